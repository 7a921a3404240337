using Memti.Abstractions;

namespace Memti.Plugins.Dram;

/// <summary>What a scenario says of an off-chip DRAM: the devices, their interface and the controller that drives it.</summary>
public sealed class DramOptions
{
    private const string Split = "200 mW at full rate is published (Donato et al., IEEE Micro 2019); how it splits is assumed";

    /// <summary>Interface standard.</summary>
    [Parameter("Interface standard", Source = "Donato et al., IEEE Micro 2019", Status = NumberStatus.Published)]
    public DramStandard Standard { get; set; } = DramStandard.Lpddr4;

    /// <summary>Transfers per second and pin.</summary>
    [Parameter("Data rate per pin", Unit = "MT/s", Minimum = 20, Maximum = 4266,
        Grades = new double[] { 533, 1066, 1600, 2133, 2666, 3200, 3733, 4266 },
        Source = "with 32 pins it gives the published 749 frames/s of the all-DRAM design within 3 %", Status = NumberStatus.Fitted)]
    public int DataRateMts { get; set; } = 3200;

    /// <summary>Data pins.</summary>
    [Parameter("Data pins", Unit = "bit", Minimum = 8, Maximum = 256, PowersOfTwo = true,
        Source = "two 16-bit channels, which give the published 749 frames/s of the all-DRAM design within 3 %", Status = NumberStatus.Fitted)]
    public int BusBits { get; set; } = 32;

    /// <summary>Sustained rate relative to the peak rate.</summary>
    [Parameter("Sustained rate / peak rate", Minimum = 0.01, Maximum = 1,
        Source = "weights stream in order; the published rate leaves no room for row misses and refresh", Status = NumberStatus.Fitted)]
    public double Efficiency { get; set; } = 1;

    /// <summary>Data that the devices hold.</summary>
    [Parameter("Capacity", Unit = "kib", Minimum = 1, Maximum = 67108864, PowersOfTwo = true, Source = "4 Gb, a small device", Status = NumberStatus.Assumed)]
    public DataSize Capacity { get; set; } = DataSize.FromKibibytes(524288);

    /// <summary>Background power of devices, interface and controller at 3200 MT/s and 32 pins.</summary>
    [Parameter("Background power of devices, interface and controller at 3200 MT/s and 32 pins; scales with both", Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = Split, Status = NumberStatus.Assumed)]
    public Power Background { get; set; } = Power.FromMilliwatts(183);

    /// <summary>Refresh power while on.</summary>
    [Parameter("Refresh power while on", Unit = "mw", Minimum = 0, Maximum = 1e5, Source = Split, Status = NumberStatus.Assumed)]
    public Power Refresh { get; set; } = Power.FromMilliwatts(2);

    /// <summary>Energy of moving one bit, on top of the background.</summary>
    [Parameter("Energy of moving one bit, on top of the background", Unit = "pj", Minimum = 0, Maximum = 1e5,
        Source = Split + ": 15 mW at 12.8e9 byte/s", Status = NumberStatus.Assumed)]
    public Energy EnergyPerBit { get; set; } = Energy.FromPicojoules(0.1465);

    /// <summary>Whether the clock enable falls whenever nothing is transferred.</summary>
    [Parameter("Enter power-down whenever nothing is transferred; the background then counts only while data moves",
        Source = "off: the published energies need the full power while the system is awake", Status = NumberStatus.Fitted)]
    public bool IdlePowerDown { get; set; }

    /// <summary>Power in the power-down state.</summary>
    [Parameter("Background power in power-down", Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = "a few mA at 1.1 V for device and interface", Status = NumberStatus.Assumed)]
    public Power PowerDown { get; set; } = Power.FromMilliwatts(8);

    /// <summary>Power in self-refresh, the refresh itself apart.</summary>
    [Parameter("Power in self-refresh, refresh apart", Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = "about 1 mA per supply for a 4 Gb device at 45 C", Status = NumberStatus.Assumed)]
    public Power SelfRefresh { get; set; } = Power.FromMilliwatts(1);

    /// <summary>Power of the refresh in self-refresh.</summary>
    [Parameter("Refresh power in self-refresh", Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = "a quarter of the refresh power when on: temperature-compensated rate", Status = NumberStatus.Assumed)]
    public Power SelfRefreshRefresh { get; set; } = Power.FromMilliwatts(0.5);

    /// <summary>Time from self-refresh to the first access.</summary>
    [Parameter("Time from self-refresh to the first access", Unit = "us", Minimum = 0, Maximum = 1e6,
        Source = "tXSR below 0.4 us (JESD209-4), and the controller's clocks and interface training restored", Status = NumberStatus.Assumed)]
    public SimTime SelfRefreshExit { get; set; } = SimTime.FromMicroseconds(10);

    /// <summary>Time from off to the first access.</summary>
    [Parameter("Time from off to the first access", Unit = "us", Minimum = 0, Maximum = 1e9,
        Source = "tINIT3 of 2 ms (JESD209-4)", Status = NumberStatus.Published)]
    public SimTime Wake { get; set; } = SimTime.FromMicroseconds(2000);
}
