using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace HelloMemory;

/// <summary>Options of the memory in a scenario. The defaults are those of a 4-Mbit F-RAM, 256 K words of 16 bits.</summary>
public sealed class FerroelectricOptions
{
    /// <summary>Chips, which are read and written in parallel.</summary>
    [Parameter("Chips side by side, 512 KiB each", Minimum = 1, Maximum = 1024,
        Source = "Enough for the sample network", Status = NumberStatus.Assumed)]
    public int Chips { get; set; } = 16;

    /// <summary>Time of one access to a word of 16 bits.</summary>
    [Parameter("Read or write cycle", Unit = "ns", Minimum = 1,
        Source = "FM22L16 data sheet, features", Status = NumberStatus.Published)]
    public SimTime Cycle { get; set; } = SimTime.FromNanoseconds(110);

    /// <summary>Power of one chip that is accessed without a pause.</summary>
    [Parameter("Active power of a chip", Unit = "mw", Minimum = 0,
        Source = "FM22L16: 8 mA typical at 3.3 V", Status = NumberStatus.Derived)]
    public Power Active { get; set; } = Power.FromMilliwatts(26.4);

    /// <summary>Power of one chip that waits.</summary>
    [Parameter("Standby power of a chip", Unit = "uw", Minimum = 0,
        Source = "FM22L16: 90 uA typical at 3.3 V", Status = NumberStatus.Derived)]
    public Power Standby { get; set; } = Power.FromMicrowatts(297);

    /// <summary>Time from power-up to the first access.</summary>
    [Parameter("Power-up time", Unit = "us", Minimum = 0,
        Source = "Order of magnitude only", Status = NumberStatus.Assumed)]
    public SimTime PowerUp { get; set; } = SimTime.FromMicroseconds(500);

    /// <summary>Accesses that a cell survives. A read counts too, because it writes the contents back.</summary>
    [Parameter("Accesses that a cell survives", Minimum = 1,
        Source = "FM22L16 data sheet, features", Status = NumberStatus.Published)]
    public double Endurance { get; set; } = 1e14;
}
