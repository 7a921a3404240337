namespace Memti.Abstractions.Cells;

/// <summary>One set or reset pulse.</summary>
public sealed record WritePulse
{
    /// <summary>Whether the driver forces a voltage or a current.</summary>
    public ElectricalMode Mode { get; init; }

    /// <summary>Forced voltage in V; negative for the opposite polarity; null where none is stated.</summary>
    public double? Volts { get; init; }

    /// <summary>Forced current in A; negative for the opposite polarity; null where none is stated.</summary>
    public double? Amperes { get; init; }

    /// <summary>Pulse width in s, above zero.</summary>
    public required double Seconds { get; init; }

    /// <summary>Energy in the cell in J; null to have it computed from voltage, current, resistance and width.</summary>
    public double? Joules { get; init; }

    /// <summary>The same pulse with the magnitudes of voltage and current.</summary>
    public WritePulse WithoutPolarity() => this with
    {
        Volts = Volts is { } volts ? Math.Abs(volts) : null,
        Amperes = Amperes is { } amperes ? Math.Abs(amperes) : null,
    };
}
