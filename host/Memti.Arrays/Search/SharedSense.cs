using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Search;

/// <summary>Multiplexers and sense amplifiers at the edge of a bank of SRAM, for all its mats. SI units.</summary>
/// <param name="Height">What they add to the bank's height.</param>
/// <param name="Read">What they and the bus add to a read.</param>
/// <param name="Write">What they and the bus add to a write.</param>
/// <param name="ReadEnergy">What they and the bus add to the energy of a read.</param>
/// <param name="WriteEnergy">What they and the bus add to the energy of a write.</param>
/// <param name="Leakage">What they leak.</param>
internal readonly record struct SharedSense(double Height, double Read, double Write, double ReadEnergy, double WriteEnergy, double Leakage)
{
    private const int SeriesGates = 3;

    /// <summary>The shared amplifiers of a grid, or null when they do not fit the width of the bank.</summary>
    public static SharedSense? Of(Process process, ProfileRules rules, BankRequest request, in BankGrid grid, in MatFigures mat)
    {
        double pitch = mat.Width * grid.Columns / request.WordCells;
        if (pitch <= process.F * SenseAmplifier.NarrowestPitch)
            return null;
        SenseAmplifier sense = SenseAmplifier.Of(process, rules, request.Cell, request.BitsPerCell, request.WordCells, pitch);
        double gate = PassMultiplexer.GateMetres(process, leastAmperes: 0, mostOhms: null);
        PassMultiplexer mux = new(process, grid.Mats / grid.Active, request.WordCells, gate, sense.LoadFarads, sense.LoadFarads);
        double bus = BusDelay(process, request.Cell, mat.BitlineOhms + (SeriesGates * mux.Ohms), mat.Height * grid.Rows, mux.SeenFarads);
        (double readBus, double writeBus) = BusEnergy(process, request.Cell, grid, mat.Height);
        double own = rules.Corrected ? 1 : 2;
        return new SharedSense(
            sense.Height + mux.Height,
            bus + (own * (mux.Delay + sense.Delay)),
            bus + (own * mux.Delay),
            readBus + ((mux.Energy + sense.Energy) * grid.ActiveColumns),
            writeBus + (mux.Energy * grid.ActiveColumns),
            sense.Leakage * grid.Columns);
    }

    /// <summary>The figures of a bank with them.</summary>
    public BankMetrics Around(in BankMetrics bank, double width) => new(
        bank.Area + (Height * width), bank.Read + Read, bank.Write + Write, bank.ReadEnergy + ReadEnergy, bank.WriteEnergy + WriteEnergy, bank.Leakage + Leakage);

    private static double Swing(Process process, MemoryCell cell) => cell.ReadVolts is { } volts and > 0 ? volts : process.Supply;

    private static double BusDelay(Process process, MemoryCell cell, double localOhms, double length, double muxFarads)
    {
        double ohms = length * process.GlobalWire.OhmsPerMetre;
        double farads = length * process.GlobalWire.FaradsPerMetre;
        double swing = Swing(process, cell);
        double local = localOhms * farads / 2;
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
