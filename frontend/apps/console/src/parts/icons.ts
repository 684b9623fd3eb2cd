// One path set, drawn on a 20-px grid with a 1.6 stroke.

export const ICONS = {
  calendar: '<rect x="3.2" y="4.5" width="13.6" height="12" rx="2.2"/><path d="M3.2 8.5h13.6M7 2.8v3M13 2.8v3"/>',
  clock: '<circle cx="10" cy="10" r="7"/><path d="M10 6v4.2l2.6 1.6"/>',
  scissors: '<circle cx="5.5" cy="6" r="2.2"/><circle cx="5.5" cy="14" r="2.2"/><path d="M7.4 7.2L16.5 13M7.4 12.8L16.5 7"/>',
  question: '<circle cx="10" cy="10" r="7"/><path d="M8 8.2a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M10 13.9v.1"/>',
  mail: '<rect x="2.8" y="4.5" width="14.4" height="11" rx="2"/><path d="M3.2 6l6.8 5 6.8-5"/>',
  gear: '<circle cx="10" cy="10" r="2.5"/><path d="M10 2.8v2M10 15.2v2M2.8 10h2M15.2 10h2M4.9 4.9l1.4 1.4M13.7 13.7l1.4 1.4M15.1 4.9l-1.4 1.4M6.3 13.7l-1.4 1.4"/>',
  check: '<path d="M4.5 10.5l3.7 3.7 7.3-8"/>',
  close: '<path d="M5 5l10 10M15 5L5 15"/>',
  plus: '<path d="M10 4.5v11M4.5 10h11"/>',
  down: '<path d="M5.5 8l4.5 4.5L14.5 8"/>',
  up: '<path d="M5.5 12L10 7.5l4.5 4.5"/>',
  left: '<path d="M12 5l-5 5 5 5"/>',
  right: '<path d="M8 5l5 5-5 5"/>',
  move: '<path d="M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3"/>',
  more: '<g fill="currentColor" stroke="none"><circle cx="4.5" cy="10" r="1.5"/><circle cx="10" cy="10" r="1.5"/><circle cx="15.5" cy="10" r="1.5"/></g>',
  search: '<circle cx="9" cy="9" r="5.2"/><path d="M13 13l4 4"/>',
  about: '<circle cx="10" cy="10" r="7"/><path d="M10 9.3v4M10 6.6v.1"/>',
  alert: '<path d="M10 3.5l7.3 12.7H2.7z"/><path d="M10 8.3v3.4M10 13.9v.1"/>',
  again: '<path d="M4 10a6 6 0 1 1 1.8 4.3M4 15.5V12h3.5"/>',
  offline: '<path d="M3 3l14 14M5.5 11.2a7 7 0 0 1 3-1.7M8 13.8a3 3 0 0 1 3.5-.3M3 8.3a10 10 0 0 1 2.7-1.8M10 5.4a10 10 0 0 1 7 2.9M10 16.3v.1"/>',
  person: '<circle cx="10" cy="6.8" r="3"/><path d="M4 16.5c.6-3.2 2.8-4.8 6-4.8s5.400 1.600 6 4.800"/>',
  copy: '<rect x="6.8" y="6.8" width="9.7" height="9.7" rx="2"/><path d="M13.200 6.800V5.500a2 2 0 0 0-2-2H5.500a2 2 0 0 0-2 2v5.700a2 2 0 0 0 2 2h1.300"/>',
  open: '<path d="M11.500 4H16v4.500M16 4l-7 7M8 5H5.500A1.500 1.500 0 0 0 4 6.500v8A1.500 1.500 0 0 0 5.500 16h8a1.500 1.500 0 0 0 1.500-1.500V12"/>',
  bin: '<path d="M4 6h12M8 6V4.300h4V6M5.500 6l.7 10h7.600l.7-10M8.500 9v4.500M11.500 9v4.500"/>',
  leave: '<path d="M8 4H5.500A1.500 1.500 0 0 0 4 5.500v9A1.500 1.500 0 0 0 5.500 16H8M8.500 10H17M14 7l3 3-3 3"/>',
  keys: '<rect x="2.500" y="5" width="15" height="10" rx="2"/><path d="M5.500 8.300h.1M8.500 8.300h.1M11.500 8.300h.1M14.500 8.300h.1M6.500 12h7"/>',
} as const;

export type IconName = keyof typeof ICONS;
