namespace MyMemoryNamespace;

/// <summary>Options of the memory in a scenario. Each property is a key, with its unit, range, default and source.</summary>
public sealed class MemoryOptions
{
    /// <summary>Data that the memory holds.</summary>
    [Parameter("Capacity", Unit = "kib", Minimum = 1, Source = "Enough for a small network", Status = NumberStatus.Assumed)]
    public double Capacity { get; set; } = 8192;

    /// <summary>Time of one read of a word of 64 bits.</summary>
    [Parameter("Read cycle", Unit = "ns", Minimum = 1, Source = "Replace with yours", Status = NumberStatus.Assumed)]
    public SimTime ReadCycle { get; set; } = SimTime.FromNanoseconds(10);

    /// <summary>Time of one write of a word of 64 bits.</summary>
    [Parameter("Write cycle", Unit = "ns", Minimum = 1, Source = "Replace with yours", Status = NumberStatus.Assumed)]
    public SimTime WriteCycle { get; set; } = SimTime.FromNanoseconds(100);

    /// <summary>Power while it waits.</summary>
    [Parameter("Standby power", Unit = "uw", Minimum = 0, Source = "Replace with yours", Status = NumberStatus.Assumed)]
    public Power Standby { get; set; } = Power.FromMicrowatts(100);

    /// <summary>Writes that a cell survives.</summary>
    [Parameter("Writes that a cell survives", Minimum = 1, Source = "Replace with yours", Status = NumberStatus.Assumed)]
    public double Endurance { get; set; } = 1e6;
}
