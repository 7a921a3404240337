namespace Memti.Plugins.ImcCluster.Options;

/// <summary>Codes of the cluster.</summary>
public static class ImcCodes
{
    /// <summary>A network whose weights need more arrays than there are; states how many are missing.</summary>
    public const string ArraysMissing = "MEMTI6901";

    /// <summary>A crossbar with fewer rows than the dot product of a column, or a job that reaches beyond its array.</summary>
    public const string CrossbarTooSmall = "MEMTI6902";

    /// <summary>A layer that an engine cannot run, or a layer or an engine that does not exist, in <c>layers</c>.</summary>
    public const string BadMapping = "MEMTI6903";

    /// <summary>A write to a register that the device does not have, or a job that its registers do not describe.</summary>
    public const string BadJob = "MEMTI6904";

    /// <summary>Values that crossbars cannot hold as conductances.</summary>
    public const string NotAnalog = "MEMTI6905";
}
