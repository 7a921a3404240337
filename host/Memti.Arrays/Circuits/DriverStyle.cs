namespace Memti.Arrays.Circuits;

/// <summary>Sizing goal of the inverter chains that drive word lines and multiplexers. Source: NVSim's buffer design levels.</summary>
public enum DriverStyle
{
    /// <summary>Shortest delay.</summary>
    Latency,

    /// <summary>The smallest last stage that carries the current, and a chain to drive it.</summary>
    Balanced,

    /// <summary>One inverter.</summary>
    Area,
}
