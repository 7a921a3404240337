namespace Memti.Plugins.RiscV.Translation;

/// <summary>A way from one block to another.</summary>
/// <param name="From">Address of the last instruction before it.</param>
/// <param name="To">Address of the first instruction behind it.</param>
/// <param name="Cost">What it costs in addition to the two blocks.</param>
internal readonly record struct BlockEdge(uint From, uint To, CodeCost Cost)
{
    /// <summary>True for a way that closes a loop.</summary>
    public bool IsBackward => To <= From;
}
