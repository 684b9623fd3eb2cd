// Who answers, in which teams, under which labels and inboxes: read once, and again when the log says they changed.
import { read, Refused } from "../api.ts";
import { desk } from "../desk.svelte.ts";
import { chat } from "./chat.svelte.ts";
import type { Agent, Inbox, Label, Presence, Status, Team } from "./types.ts";

interface Items<T> {
  items: T[];
}

class Directory {
  agents = $state.raw<Agent[]>([]);
  teams = $state.raw<Team[]>([]);
  labels = $state.raw<Label[]>([]);
  inboxes = $state.raw<Inbox[]>([]);
  ready = $state(false);

  watch(): () => void {
    void this.refresh();
    return desk.onEvents((events) => {
      if (!events.length || events.some((event) => /^(Label(Created|Changed|Deleted|Retired)|AgentTeam|Inbox|Agent|Member)/.test(event.action))) void this.refresh();
    });
  }

  async refresh(): Promise<void> {
    try {
      const [agents, teams, labels, inboxes] = await Promise.all([
        read<Items<Agent>>("/agents"), read<Items<Team>>("/agent-teams"), read<Items<Label>>("/labels"), read<Items<Inbox>>("/inboxes"),
      ]);
      Object.assign(this, { agents: agents.items, teams: teams.items, labels: labels.items, inboxes: inboxes.items, ready: true });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  get mine(): Status {
    return this.agents.find((agent) => agent.member_id === chat.me)?.status ?? "online";
  }

  put(status: Status): void {
    this.agents = this.agents.map((agent) => (agent.member_id === chat.me ? { ...agent, status } : agent));
  }

  name(member: string | null): string {
    if (member === null) return "";
    if (member === chat.me) return desk.session?.member.name ?? "";
    return this.agents.find((agent) => agent.member_id === member)?.name ?? "";
  }
  presenceOf(member: string): Presence {
    return chat.presence[member] ?? this.agents.find((agent) => agent.member_id === member)?.presence ?? "offline";
  }
  team(id: string | null): Team | undefined {
    return this.teams.find((team) => team.id === id);
  }
  label(id: string): Label | undefined {
    return this.labels.find((label) => label.id === id);
  }
  inbox(id: string): Inbox | undefined {
    return this.inboxes.find((inbox) => inbox.id === id);
  }
}

export const directory = new Directory();
