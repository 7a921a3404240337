using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Search;

/// <summary>
/// Multiplexers and sense amplifiers at the edge of an SRAM bank, shared by all its mats. SI units. Source: NVSim, BankWithoutHtree.cpp.
/// </summary>
/// <param name="Height">Height that they add to the bank.</param>
/// <param name="Read">Time that they and the bus add to a read.</param>
/// <param name="Write">Time that they and the bus add to a write.</param>
/// <param name="ReadEnergy">Energy that they and the bus add to a read.</param>
/// <param name="WriteEnergy">Energy that they and the bus add to a write.</param>
/// <param name="Leakage">Their leakage.</param>
internal readonly record struct SharedSense(double Height, double Read, double Write, double ReadEnergy, double WriteEnergy, double Leakage)
{
    /// <summary>Pass gates in series between a cell and the bus: the three multiplexers of a sub-array.</summary>
    private const int SeriesGates = 3;

    /// <summary>Sizes the shared amplifiers of a grid. Null when they do not fit the width of the bank.</summary>
    public static SharedSense? Of(Process process, ProfileRules rules, BankRequest request, in BankGrid grid, in MatFigures mat)
    {
        double pitch = mat.Width * grid.Columns / request.WordCells;
        if (pitch <= process.F * SenseAmplifier.NarrowestPitch)
            return null;
        SenseAmplifier sense = SenseAmplifier.Of(process, rules, request.Cell, request.BitsPerCell, request.WordCells, pitch);
        // Just above the narrowest pitch NVSim folds drains into less height than its gaps take: their capacitance, and with it the delay
        // and energy of the amplifier, come out negative. Such amplifiers do not fit.
        if (sense.LoadFarads <= 0)
            return null;
        double gate = PassMultiplexer.GateMetres(process, leastAmperes: 0, mostOhms: null);
        PassMultiplexer mux = new(process, grid.Mats / grid.Active, request.WordCells, gate, sense.LoadFarads, sense.LoadFarads);
        double bus = BusDelay(process, request.Cell, mat.BitlineOhms + (SeriesGates * mux.Ohms), mat.Height * grid.Rows, mux.SeenFarads);
        (double readBus, double writeBus) = BusEnergy(process, request.Cell, grid, mat.Height);
        // NVSim adds the delay of multiplexer and amplifier twice.
        double own = rules.Corrected ? 1 : 2;
        return new SharedSense(
            sense.Height + mux.Height,
            bus + (own * (mux.Delay + sense.Delay)),
            bus + (own * mux.Delay),
            readBus + ((mux.Energy + sense.Energy) * grid.ActiveColumns),
            writeBus + (mux.Energy * grid.ActiveColumns),
            sense.Leakage * grid.Columns);
    }

    /// <summary>The figures of a bank including the shared amplifiers.</summary>
    public BankMetrics Around(in BankMetrics bank, double width) => new(
        bank.Area + (Height * width),
        bank.Read + Read,
        bank.Write + Write,
        bank.ReadEnergy + ReadEnergy,
        bank.WriteEnergy + WriteEnergy,
        bank.Leakage + Leakage);

    private static double Swing(Process process, MemoryCell cell) => cell.ReadVolts is { } volts and > 0 ? volts : process.Supply;

    private static double BusDelay(Process process, MemoryCell cell, double localOhms, double length, double muxFarads)
    {
        double ohms = length * process.GlobalWire.OhmsPerMetre;
        double farads = length * process.GlobalWire.FaradsPerMetre;
        double swing = Swing(process, cell);
        double local = localOhms * farads / 2;
        // Elmore delay of the bit line's resistance in front of a distributed bus; the cell moves it by the sense voltage alone.
        double tau = local + ((localOhms + ohms) * ((farads / 2) + muxFarads));
        return (tau * Math.Log(swing / (swing - cell.MinimumSenseVolts))) + local;
    }

    private static (double Read, double Write) BusEnergy(Process process, MemoryCell cell, in BankGrid grid, double matHeight)
    {
        double lengths = (grid.ActiveRows * (double)grid.Rows) - (grid.ActiveRows * (grid.ActiveRows - 1) / 2.0);
        double farads = lengths * matHeight * process.GlobalWire.FaradsPerMetre;
        double square = Swing(process, cell) * Swing(process, cell);
        double address = farads * process.Supply * process.Supply * grid.Wires.AddressBits;
        return (address + (farads * square), address + (farads * square * grid.Wires.DataBits));
    }
}
