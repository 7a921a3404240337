namespace Memti.Runs.Debugging.Packets;

/// <summary>Replies that many packets have.</summary>
internal static class Reply
{
    /// <summary>Done.</summary>
    public const string Ok = "OK";

    /// <summary>This packet is not supported.</summary>
    public const string Unsupported = "";

    /// <summary>The packet has the wrong form: EINVAL.</summary>
    public const string Malformed = "E16";

    /// <summary>The address or the register is not there: EFAULT.</summary>
    public const string NotThere = "E0e";

    /// <summary>Done, or not there.</summary>
    public static string Of(bool done) => done ? Ok : NotThere;
}
