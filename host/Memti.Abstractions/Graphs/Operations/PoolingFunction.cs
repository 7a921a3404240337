namespace Memti.Abstractions.Graphs.Operations;

/// <summary>What becomes of the values in a window, or along axes.</summary>
public enum PoolingFunction
{
    /// <summary>The largest one.</summary>
    Maximum,

    /// <summary>Their mean.</summary>
    Average,
}
