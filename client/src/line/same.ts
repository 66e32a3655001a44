import type { Command } from '../wire/commands';

/** What a command makes and names with an id that its form makes anew each time. */
const made: Partial<Record<Command['type'], string>> = {
  'arrangement.save': 'arrangement', 'call.make': 'call', 'companion.declare': 'companion', 'draft.open': 'draft', 'draft.take': 'draft',
  'invite.make': 'invite', 'issue.put': 'issue', 'partyProposal.write': 'proposal', 'party.add': 'party', 'person.register': 'person',
  'position.take': 'position', 'proposal.offer': 'proposal', 'settlement.put': 'settlement', 'statement.put': 'statement',
};

/** Whether somebody asks for the same act again, perhaps from a form that was opened anew. */
export const sameAct = (one: Command, other: Command): boolean => one.type === other.type && content(one) === content(other);

const content = (command: Command): string => JSON.stringify({ ...command, [made[command.type] ?? '']: null });
