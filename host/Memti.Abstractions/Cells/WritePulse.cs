namespace Memti.Abstractions.Cells;

/// <summary>One set or reset pulse.</summary>
public sealed record WritePulse
{
    /// <summary>Whether the driver forces a voltage or a current.</summary>
    public ElectricalMode Mode { get; init; }

    /// <summary>Forced voltage in V; negative for the opposite polarity; null when not stated.</summary>
    public double? Volts { get; init; }

    /// <summary>Forced current in A; negative for the opposite polarity; null when not stated.</summary>
    public double? Amperes { get; init; }

    /// <summary>Pulse width in s, above zero.</summary>
    public required double Seconds { get; init; }

    /// <summary>Energy in the cell in J. Null means computed from voltage, current, resistance and width.</summary>
    public double? Joules { get; init; }

    /// <summary>The same pulse with absolute voltage and current.</summary>
    public WritePulse WithoutPolarity() => this with
    {
        Volts = Volts is { } volts ? Math.Abs(volts) : null,
        Amperes = Amperes is { } amperes ? Math.Abs(amperes) : null,
    };
}
