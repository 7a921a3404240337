namespace Memti.Host.Commands;

/// <summary>What drivers of word lines are sized for.</summary>
internal enum DriverChoice
{
    /// <summary>Shortest delay.</summary>
    Latency,

    /// <summary>The smallest last stage that carries the current.</summary>
    Balanced,

    /// <summary>One inverter.</summary>
    Area,

    /// <summary>Whatever is best for the target.</summary>
    Any,
}
