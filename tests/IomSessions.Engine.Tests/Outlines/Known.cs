using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Outlines;

/// <summary>What somebody knows of one circle who heard some of its events, in the plainest way: facts by their names.</summary>
internal sealed class Known
{
    private readonly SortedDictionary<string, string> _facts = new(StringComparer.Ordinal);
    private readonly HashSet<PersonId> _mediators = [];

    public static string Of(IEnumerable<EventBody> heard)
    {
        var known = new Known();
        foreach (var body in heard)
        {
            known.Hear(body);
        }

        return string.Join('\n', known._facts.Select(fact => $"{fact.Key}: {fact.Value}"));
    }

    private void Hear(EventBody body)
    {
        switch (body)
        {
            case CallMade call: Set($"call {call.Call}", $"{call.Person} {call.Urgency} {call.Text}"); break;
            case CallClaimed claim: Set($"call {claim.Call} claimed", $"{claim.By}"); break;
            case CallEnded ended: Drop($"call {ended.Call}"); break;
            case TurnsSet turns:
                Set($"turns {turns.Room}", $"{turns.ByTurn}");
                Drop("hand");
                Drop("speaker");
                break;
            case HandRaised { Up: true } hand: Set($"hand {hand.Person}", "up"); break;
            case HandRaised hand: Drop($"hand {hand.Person}"); break;
            case FloorGiven floor:
                Set("speaker", $"{floor.To}");
                Drop($"hand {floor.To}");
                break;
            case LinkSet link: Set("link", $"{link.Address}"); break;
            case DeadlineSet { At: { } at } deadline: Set($"deadline {deadline.Room}", $"{at:O}"); break;
            case DeadlineSet deadline: Drop($"deadline {deadline.Room}"); break;
            case RecallAnnounced recall: Set($"recall {recall.Room}", $"{recall.At:O}"); break;
            case RecallCalledOff recall: Drop($"recall {recall.Room}"); break;
            case Knocked knock: Set($"knock {knock.Room} {knock.Mediator}", "waits"); break;
            case KnockAnswered answer: Set($"knock {answer.Room} {answer.Mediator}", $"{answer.ComeIn}"); break;
            case WentHome home: home.People.ToList().ForEach(person => Set($"home {person}", "by himself")); break;
            case InviteMade invite: Set($"invite {invite.Invite}", $"{invite.Person} {invite.Room}"); break;
            case InviteDeclined declined: Drop($"invite {declined.Invite}"); break;
            case InviteLapsed lapsed: Drop($"invite {lapsed.Invite}"); break;
            case InviteAccepted accepted:
                Drop($"invite {accepted.Invite}");
                Drop($"home {accepted.Person}");
                break;
            default: HearOfPeople(body); break;
        }
    }

    private void HearOfPeople(EventBody body)
    {
        switch (body)
        {
            case AuthoritiesSet set: Set($"authorities {set.Person}", string.Join(' ', set.Authorities.Order())); break;
            case UndertakingGiven given: Set($"standing {given.Person}", "lobby"); break;
            case PersonAdmitted admitted: Set($"standing {admitted.Person}", "admitted"); break;
            case PersonSuspended suspended: Set($"standing {suspended.Person}", "lobby"); break;
            case DevicePending device: Set($"device {device.Device}", "pending"); break;
            case DeviceOpened device: Set($"device {device.Device}", "open"); break;
            case DeviceConfirmed device when _facts.ContainsKey($"device {device.Device}"): Set($"device {device.Device}", "confirmed"); break;
            case DeviceRevoked device: Drop($"device {device.Device}"); break;
            case DelegationListed listed: Set("delegation", string.Join(' ', listed.People.Select(one => one.Person))); break;
            case MediatorsAbsent or MediatorsBack: Set("mediators", body.GetType().Name); break;
            case CompanionAnnounced companion: Set($"companion {companion.Companion}", companion.Name); break;
            case CompanionLeft companion: Drop($"companion {companion.Companion}"); break;
            case GuestRoomsSet guest: Set($"guest {guest.Person}", string.Join(' ', guest.Rooms)); break;
            case ObjectionMade made: Set($"objection {made.Party} {made.Person}", "open"); break;
            case ObjectionWithdrawn withdrawn: Drop($"objection {withdrawn.Party} {withdrawn.Person}"); break;
            case ObjectionDecided decided: Drop($"objection {decided.Party} {decided.Person}"); break;
            case ObjectionReasoned reasoned: Set($"reason {reasoned.Party} {reasoned.Person}", reasoned.Reason); break;
            default:
                HearOfConsents(body);
                HearOfPositions(body);
                break;
        }
    }

    private void HearOfConsents(EventBody body)
    {
        switch (body)
        {
            case PersonAnnounced { Role: Role.Mediator } announced:
                _mediators.Add(announced.Person);
                Drop($"asked {announced.Person}");
                break;
            case PersonLeft left: Drop($"asked {left.Person}"); break;
            case MediatorProposed proposed:
                _mediators.Add(proposed.Person);
                Set($"asked {proposed.Person}", "");
                break;
            case PartyProposed proposed: Set($"asked {proposed.Party}", ""); break;
            case PartyRetracted retracted: Drop($"asked {retracted.Party}"); break;
            case PartyAdded added: Drop($"asked {added.Party}"); break;
            case GuestItemsSet guest:
                var before = _facts.GetValueOrDefault($"items {guest.Person}", "").Split('|');
                Set($"items {guest.Person}", string.Join('|', guest.Items));
                Set($"asked {guest.Person}", guest.Items.All(before.Contains) ? _facts.GetValueOrDefault($"asked {guest.Person}", "") : "");
                break;
            case MediatorConsented consent: Consent($"{consent.Mediator}", $"{consent.Party}", false); break;
            case ConsentGiven { Person: { } guest } given: Consent($"{guest}", $"{given.By}", true); break;
            case ConsentGiven { Party: { } party } given: Consent($"{party}", $"{given.By}", false); break;
            case ConsentWithdrawn { Party: { } party } withdrawn when _facts.ContainsKey($"asked {party}"):
                Set($"asked {party}", Sorted(withdrawn.Standing.Select(one => $"{one}")));
                break;
            case ConsentWithdrawn { Person: { } person } withdrawn:
                Set($"asked {person}", Sorted(withdrawn.Standing.Select(one => $"{one}")));
                break;
            case PartyWithdrawn party:
                foreach (var asked in _facts.Keys.Where(name => name.StartsWith("asked", StringComparison.Ordinal)).ToList())
                {
                    Set(asked, Sorted(_facts[asked].Split('|').Where(by => by != $"{party.Party}")));
                }

                break;
        }
    }

    private void HearOfPositions(EventBody body)
    {
        switch (body)
        {
            case IssueSet issue: Set($"issue {issue.Issue}", $"{issue.Title} {issue.Order}"); break;
            case ResultStated stated: Set("result", $"{stated.Kind} {string.Join(' ', stated.Approvals)}"); break;
            case SettlementPut put: Set($"settlement {put.Settlement}", put.Digest); break;
            case SettlementSigned signed: Set($"settlement {signed.Settlement} {signed.Party}", $"{signed.By}"); break;
            case SettlementVoided voided:
                Drop($"settlement {voided.Settlement}");
                voided.SignedBy.ToList().ForEach(party => Drop($"settlement {voided.Settlement} {party}"));
                Set($"void {voided.Settlement}", string.Join(' ', voided.SignedBy));
                break;
            case ResultVoided: Drop("result"); break;
            case IssueStatusSet issue: Set($"issue status {issue.Issue}", $"{issue.Status}"); break;
            case AgreementsChanged changed: Set($"agreed {changed.Issue}", string.Join(' ', changed.Agreements)); break;
            case PositionTaken taken: Set($"own {taken.Position}", taken.Value); break;
            case RaiseHeld held: Set($"raise {held.Position}", $"{held.Level} {held.At:O}"); break;
            case RaiseRecalled recalled: Drop($"raise {recalled.Position}"); break;
            case PositionRaised raised:
                Drop($"raise {raised.Position}");
                Set($"raised {raised.Position}", $"{raised.Level} {string.Join(' ', raised.Parties)}");
                break;
            case PositionShown shown: Set($"shown {shown.Position}", $"{shown.Level} {shown.Value}"); break;
            case ProposalOffered offered: Set($"proposal {offered.Proposal}", $"{offered.Deadline:O}"); break;
            case OfferAnswered answered: Set($"proposal {answered.Proposal} offer", $"{answered.Yes}"); break;
            case ProposalMade made: Set($"proposal {made.Proposal} made", $"{made.Text} {made.Deadline:O}"); break;
            case ProposalAnswered answered: Set($"proposal {answered.Proposal} answer", $"{answered.Yes}"); break;
            case OfferEnded { Result: not ProposalResult.AllAgreed } ended: Drop($"proposal {ended.Proposal}"); break;
            case ProposalEnded { Result: not ProposalResult.AllAgreed } ended: Drop($"proposal {ended.Proposal}"); break;
            case OfferEnded ended: Set($"proposal {ended.Proposal} may be made", ""); break;
            case ProposalEnded ended: Set($"proposal {ended.Proposal} agreed", ""); break;
            case PartyProposalWritten written: Set($"written {written.Proposal}", $"{written.Text} {written.If?.Length}"); break;
            case PartyProposalHeld held: Set($"held {held.Proposal}", $"{held.Text} {string.Join(' ', held.Parties)}"); break;
            case PartyProposalConveyed conveyed: Set($"conveyed {conveyed.Proposal}", conveyed.Text); break;
            case PartyProposalAnswered answered: Set($"answered {answered.Proposal}", $"{answered.Yes}"); break;
            case ProposalStandingChanged changed: Set($"standing {changed.Proposal} {changed.Party}", $"{changed.Standing}"); break;
            case PositionWithdrawn withdrawn: Set($"withdrawn {withdrawn.Position}", ""); break;
        }
    }

    private void Consent(string whom, string by, bool always)
    {
        if (always || _facts.ContainsKey($"asked {whom}"))
        {
            Set($"asked {whom}", Sorted(_facts.GetValueOrDefault($"asked {whom}", "").Split('|').Append(by)));
        }
    }

    private static string Sorted(IEnumerable<string> of) => string.Join('|', of.Where(one => one.Length > 0).Distinct().Order(StringComparer.Ordinal));

    private void Set(string name, string value) => _facts[name] = value;

    private void Drop(string name)
    {
        foreach (var fact in _facts.Keys.Where(one => one == name || one.StartsWith(name + " ", StringComparison.Ordinal)).ToList())
        {
            _facts.Remove(fact);
        }
    }
}
