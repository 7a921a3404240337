namespace Memti.Plugins.ImcCluster.Options;

/// <summary>What becomes of a dot product that is longer than a crossbar has rows.</summary>
public enum RowBlocks
{
    /// <summary>It is cut into blocks of rows, and the interface adds their results up while they stream out.</summary>
    Accumulate,

    /// <summary>It is cut into blocks of rows, and the cores add their results up.</summary>
    Cores,

    /// <summary>It is an error.</summary>
    Refuse,
}
