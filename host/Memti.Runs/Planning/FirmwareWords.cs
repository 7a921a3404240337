namespace Memti.Runs.Planning;

/// <summary>Names of firmware that the planner knows.</summary>
internal static class FirmwareWords
{
    /// <summary>The policy for streams on several accelerators.</summary>
    public const string Streams = "streams";

    /// <summary>The scheduler of XRBench.</summary>
    public const string Xrbench = "xrbench";

    /// <summary>True for a policy that takes frames of streams only.</summary>
    public static bool IsForStreams(string kind) => kind is Streams or Xrbench;
}
