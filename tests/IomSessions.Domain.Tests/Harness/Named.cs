using System.Security.Cryptography;
using System.Text;

namespace IomSessions.Domain.Tests;

/// <summary>Ids by name: the same in every run, in an order that tells nothing.</summary>
internal static class Named
{
    public static PersonId Person(string name) => new(Of("person " + name));

    public static PartyId Party(string name) => new(Of("party " + name));

    public static RoomId Room(string name) => new(Of("room " + name));

    public static InviteId Invite(string name) => new(Of("invite " + name));

    public static CallId Call(string name) => new(Of("call " + name));

    public static FileId File(string name) => new(Of("file " + name));

    public static ArrangementId Arrangement(string name) => new(Of("arrangement " + name));

    public static CompanionId Companion(string name) => new(Of("companion " + name));

    public static MeetingId Meeting(string name) => new(Of("meeting " + name));

    public static DraftId Draft(string name) => new(Of("draft " + name));

    public static DeviceId Device(string name) => new(Of("device " + name));

    public static CircleId Circle(string name) => new(Of("circle " + name));

    public static Seed Seed(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes("seed " + name)));

    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
