using Memti.Abstractions.Units;

namespace Memti.Abstractions.Cells;

/// <summary>The pulses that program a cell, and what the array adds to each of them.</summary>
public sealed record CellPulses
{
    /// <summary>Bits in one cell, 1 to 4.</summary>
    public required int BitsPerCell { get; init; }

    /// <summary>Width of a set pulse.</summary>
    public required SimTime SetPulse { get; init; }

    /// <summary>Width of a reset pulse.</summary>
    public required SimTime ResetPulse { get; init; }

    /// <summary>Energy of a set pulse in one cell.</summary>
    public required Energy SetEnergy { get; init; }

    /// <summary>Energy of a reset pulse in one cell.</summary>
    public required Energy ResetEnergy { get; init; }

    /// <summary>Energy of decoders and drivers for one pulse, per cell.</summary>
    public Energy PulseOverhead { get; init; }

    /// <summary>Time of decoders and drivers until row and column are selected, before the first pulse.</summary>
    public SimTime PulseSetup { get; init; }

    /// <summary>Time of a read that verifies, with row and column selected all the while; null for a whole read of the array.</summary>
    public SimTime? Verify { get; init; }

    /// <summary>True where a single-level word is written in two steps, all resets and then all sets, as in a crosspoint.</summary>
    public bool TwoSteps { get; init; }

    /// <summary>Set-and-verify pulses until the slowest cell of a multi-level write verifies, at least 1; null for 2^<see cref="BitsPerCell"/>.</summary>
    public int? ProgramPulses { get; init; }
}
