namespace Memti.Plugins.RiscV.Translation;

/// <summary>A translated region.</summary>
internal sealed unsafe class Region
{
    /// <summary>The code.</summary>
    public required RegionCode Code { get; init; }

    /// <summary>What it was translated from.</summary>
    public required RegionPlan Plan { get; init; }

    /// <summary>The exits by number.</summary>
    public required IReadOnlyList<RegionExit> Exits { get; init; }

    /// <summary>Cycles that wait states of data may take in a block in addition to its cost, at most.</summary>
    public required int Reserve { get; init; }

    /// <summary>Cycles that must be left at each entry, so that its first block runs.</summary>
    public required IReadOnlyList<int> Needs { get; init; }

    /// <summary>Bytes of the intermediate code.</summary>
    public required int Size { get; init; }

    /// <summary>Counter of the words fetched from the memory of the code.</summary>
    public required long* Words { get; init; }

    /// <summary>True when one of its instructions lies in a range.</summary>
    /// <param name="first">First address of the range.</param>
    /// <param name="bytes">Bytes of the range.</param>
    public bool Touches(uint first, long bytes) =>
        Plan.Blocks.Values.Any(block => block.Address < first + bytes && first < block.Address + (long)(block.End - block.Address));
}
