// The facts that people look for, in the order of the menu. Others are found by their names.
export const ACTIONS = [
  "ConversationStarted", "MessageSent", "ConversationAssigned", "ConversationResolved", "ConversationReopened", "ConversationSnoozed", "ConversationLabelled", "ConversationMerged", "ConversationUnmerged",
  "OfferMade", "OfferTaken", "BookedInChat", "BookingConfirmed", "BookingRequested", "BookingMoved", "BookingCancelled", "HoldGranted", "HoldReleased", "HoldLapsed",
  "ContactIdentified", "ContactEdited", "ContactMerged", "ContactUnmerged", "ContactErased", "SignedIn", "MemberAdded", "MemberChanged", "InboxChanged", "ServiceChanged", "ScheduleChanged", "KeyIssued", "KeyRevoked",
] as const;
