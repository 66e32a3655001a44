namespace IomSessions.Domain.Tests;

/// <summary>Who takes part in the tests' sessions.</summary>
internal static class Cast
{
    public static readonly PartyId A = Named.Party("A");
    public static readonly PartyId B = Named.Party("B");
    public static readonly PartyId C = Named.Party("C");

    public static readonly PersonId Secretary = Named.Person("secretary");
    public static readonly PersonId Mediator = Named.Person("mediator");
    public static readonly PersonId CoMediator = Named.Person("co-mediator");
    public static readonly PersonId HeadA = Named.Person("head of A");
    public static readonly PersonId CounselA = Named.Person("counsel of A");
    public static readonly PersonId InterpreterA = Named.Person("interpreter of A");
    public static readonly PersonId HeadB = Named.Person("head of B");
    public static readonly PersonId CounselB = Named.Person("counsel of B");
    public static readonly PersonId HeadC = Named.Person("head of C");
    public static readonly PersonId Interpreter = Named.Person("interpreter of the session");
    public static readonly PersonId Guest = Named.Person("a third State's guest");

    public static readonly PersonId Nobody = Named.Person("nobody");
}
