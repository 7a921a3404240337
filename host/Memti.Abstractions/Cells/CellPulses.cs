using Memti.Abstractions.Units;

namespace Memti.Abstractions.Cells;

/// <summary>The pulses that program a cell, and the array's overhead for each of them.</summary>
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

    /// <summary>Energy of decoders and drivers for one pulse, per cell. Default: zero.</summary>
    public Energy PulseOverhead { get; init; }

    /// <summary>Time of decoders and drivers to select row and column, before the first pulse. Default: zero.</summary>
    public SimTime PulseSetup { get; init; }

    /// <summary>Time of a verifying read while row and column stay selected. Null means a whole read of the array.</summary>
    public SimTime? Verify { get; init; }

    /// <summary>True when a single-level word is written in two steps, all resets and then all sets, as in a crosspoint. Default:
    /// false.</summary>
    public bool TwoSteps { get; init; }

    /// <summary>Set-and-verify pulses until the slowest cell of a multi-level write verifies, at least 1. Default: null, for
    /// 2^<see cref="BitsPerCell"/>.</summary>
    public int? ProgramPulses { get; init; }
}
