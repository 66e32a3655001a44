namespace IomSessions.Benchmarks.Load.Drafts;

/// <summary>Hocuspocus, as its provider speaks: each key is an update of its own, sent at once.</summary>
internal sealed class YjsTypist(Page page, int number) : Typist(page, number)
{
    private const int Sync = 0;
    private const int SyncReply = 4;
    private const int Auth = 2;
    private const int Step1 = 0;
    private const int Step2 = 1;
    private const int Update = 2;

    // ids of editors are drawn from 32 bits: as long as they would be
    private const uint First = 3_000_000_000;

    private uint _clock;
    private bool _typed;

    protected override string Path => $"/{Page.Name}";

    private uint Client => First + (uint)Number;

    private uint Place => (uint)(Page.Beginning * Number / Page.Editors);

    public override void Begin()
    {
        SendUpdate(new Varints().Struct(Client, 0).Byte(4).Number(1).Text("text").Text(new string('a', Page.Beginning)));
        _clock = Page.Beginning;
    }

    public override void Type()
    {
        // behind its own last character, before one that was there at the beginning
        var (by, at) = _typed ? (Client, _clock - 1) : (First, Math.Max(1, Place) - 1);
        var update = new Varints().Struct(Client, _clock).Byte(0b1100_0100).Number(by).Number(at).Number(First).Number(Math.Max(1, Place)).Text("x");
        _typed = true;
        _clock++;
        SendUpdate(update);
    }

    protected override void Opened()
    {
        Send(Message(Auth).Number(0).Text("token").Frame());
        Send(Message(Sync).Number(Step1).Number(1).Number(0).Frame());
    }

    protected override void Hear(ReadOnlySpan<byte> payload, long now)
    {
        var read = new VarintReader(payload);
        read.Text();
        if (read.Number() is not (Sync or SyncReply))
        {
            return;
        }

        switch (read.Number())
        {
            case Step2:
                IsReady = true;
                break;
            case Update:
                read.Number();
                Take(ref read, now);
                break;
        }
    }

    private void SendUpdate(Varints update) => Send(Message(Sync).Number(Update).Bytes(update.Number(0).ToArray()).Frame());

    private Varints Message(uint type) => new Varints().Text(Page.Name).Number(type);

    private void Take(ref VarintReader read, long now)
    {
        for (var clients = read.Number(); clients > 0; clients--)
        {
            var structs = read.Number();
            var by = (int)(read.Number() - First);
            var clock = read.Number();
            for (; structs > 0; structs--)
            {
                var length = read.Struct();
                if (by != Number && (by != 0 || clock >= Page.Beginning))
                {
                    Page.Seen(by, Number, (int)length, now);
                }

                clock += length;
            }
        }
    }
}
