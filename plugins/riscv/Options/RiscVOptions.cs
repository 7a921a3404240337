using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.RiscV.Options;

/// <summary>Options of an RV32 core.</summary>
public sealed class RiscVOptions
{
    /// <summary>Clock. Range: 0.01 to 2000 MHz. Default: 100 MHz.</summary>
    [Parameter("Clock of the core", Unit = "mhz", Minimum = 0.01, Maximum = 2000,
        Source = "a round number for microcontrollers at 22 nm", Status = NumberStatus.Assumed)]
    public Frequency Clock { get; set; } = Frequency.FromMegahertz(100);

    /// <summary>The core whose cycles are counted. Default: Ibex.</summary>
    [Parameter(
        "Cycles of instructions: those of lowRISC Ibex with two stages, or of OpenHW CV32E40P with four",
        Source = "lowRISC/ibex doc/pipeline_details.rst; openhwgroup/cv32e40p docs/source/pipeline.rst",
        Status = NumberStatus.Published)]
    public CoreTiming Timing { get; set; } = CoreTiming.Ibex;

    /// <summary>What a misaligned load or store does. Default: trap.</summary>
    [Parameter(
        "Loads and stores at addresses that are no multiple of their size: an exception, or two accesses where a word ends",
        Source = "finds errors of firmware", Status = NumberStatus.Assumed)]
    public MisalignedAccess Misaligned { get; set; } = MisalignedAccess.Trap;

    /// <summary>Dynamic energy of an active cycle. Range: 0 to 1000 pJ. Default: 0.5 pJ.</summary>
    [Parameter(
        "Dynamic energy of a cycle in which the core works, memories and bus excluded; plausible: 0.3 to 0.9",
        Unit = "pj",
        Minimum = 0,
        Maximum = 1000,
        Source = "0.71 pJ at 65 nm (X-HEEP's core in esl-epfl/x-heep-femu-sdk), scaled to 22 nm and 0.8 V; no core alone is published at "
            + "22 nm",
        Status = NumberStatus.Assumed)]
    public Energy ActiveCycle { get; set; } = Energy.FromPicojoules(0.5);

    /// <summary>Energy of a stalled cycle over that of an active one. Range: 0 to 1. Default: 0.4.</summary>
    [Parameter(
        "Energy of a cycle in which the core waits for a memory or a device, over that of an active cycle; plausible: 0.2 to 0.7",
        Minimum = 0,
        Maximum = 1,
        Source = "the clock tree runs, the datapath does not", Status = NumberStatus.Assumed)]
    public double StallFraction { get; set; } = 0.4;

    /// <summary>Power while on. Range: 0 to 100,000 uW. Default: 2 uW.</summary>
    [Parameter(
        "Leakage while on, also while the core waits for an interrupt; plausible: 0.5 to 45",
        Unit = "uw",
        Minimum = 0,
        Maximum = 100000,
        Source = "between 1.28 uW (high threshold) and 44.6 uW (low threshold) of X-HEEP's core at 65 nm",
        Status = NumberStatus.Assumed)]
    public Power Leakage { get; set; } = Power.FromMicrowatts(2);

    /// <summary>Power when off. Range: 0 to 100,000 uW. Default: 0.02 uW.</summary>
    [Parameter(
        "Power when off, which leaks through the power switch",
        Unit = "uw",
        Minimum = 0,
        Maximum = 100000,
        Source = "a hundredth of the leakage, as a power switch leaves", Status = NumberStatus.Assumed)]
    public Power Off { get; set; } = Power.FromMicrowatts(0.02);

    /// <summary>Time from off to the first instruction. Range: 0 to 1,000,000 ns. Default: 207 ns.</summary>
    [Parameter(
        "Time from off to the first instruction; microcontrollers with a regulator to start take 5 to 50 us",
        Unit = "ns",
        Minimum = 0,
        Maximum = 1000000,
        Source = "the wake-up controller of SamurAI, Miro-Panades et al., JSSC 2022, as if this core woke as fast",
        Status = NumberStatus.Assumed)]
    public SimTime WakeLatency { get; set; } = SimTime.FromNanoseconds(207);

    /// <summary>Energy of a wake-up. Range: 0 to 1,000,000 pJ. Default: 0.</summary>
    [Parameter(
        "Energy of one wake-up, in addition to the leakage meanwhile",
        Unit = "pj",
        Minimum = 0,
        Maximum = 1000000,
        Source = "no published figure was found", Status = NumberStatus.Assumed)]
    public Energy WakeEnergy { get; set; } = Energy.Zero;

    /// <summary>True to translate hot code for the machine that simulates. Results are the same. Default: true.</summary>
    [Parameter("Translate hot code for speed; the results are the same to the bit", Source = "speed alone", Status = NumberStatus.Assumed)]
    public bool Translate { get; set; } = true;
}
