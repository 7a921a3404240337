using Memti.Abstractions.Arrays;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Search;

/// <summary>Figures by which banks are compared. SI units.</summary>
internal readonly record struct BankMetrics(double Area, double Read, double Write, double ReadEnergy, double WriteEnergy, double Leakage)
{
    /// <summary>The figure of a target; lower is better.</summary>
    public double Of(ArrayTarget target) => target switch
    {
        ArrayTarget.ReadLatency => Read,
        ArrayTarget.WriteLatency => Write,
        ArrayTarget.ReadDynamicEnergy => ReadEnergy,
        ArrayTarget.WriteDynamicEnergy => WriteEnergy,
        ArrayTarget.ReadEDP => Read * ReadEnergy,
        ArrayTarget.WriteEDP => Write * WriteEnergy,
        ArrayTarget.LeakagePower => Leakage,
        _ => Area,
    };

    /// <summary>True when the figures satisfy all limits.</summary>
    public bool Keeps(BankLimits limits) =>
        Area <= limits.Area && Read <= limits.ReadLatency && Write <= limits.WriteLatency
        && ReadEnergy <= limits.ReadEnergy && WriteEnergy <= limits.WriteEnergy && Leakage <= limits.Leakage;

    /// <summary>The metrics of a solved bank.</summary>
    public static BankMetrics Of(SolvedBank bank) =>
        new(bank.Area, bank.ReadLatency, bank.WriteLatency, bank.ReadEnergy, bank.WriteEnergy, bank.Leakage);

    /// <summary>The metrics of a grid of mats.</summary>
    public static BankMetrics Of(Process process, in BankGrid grid, in MatFigures mat)
    {
        // Every expression has a twin in BankScales that computes whole vectors. Change both together: same operations, same order, same
        // bits.
        Extent extent = new(mat.Height, mat.Width);
        double way = grid.Wires.Delay(process.GlobalWire, extent);
        double wires = grid.Wires.Energy(process.GlobalWire, process.Supply, extent);
        return new BankMetrics(
            mat.Height * grid.Rows * (mat.Width * grid.Columns),
            mat.Read + (grid.Wires.ReadWays * way),
            mat.Write + way,
            (mat.ReadEnergy * grid.Active) + wires,
            (mat.WriteEnergy * grid.Active) + wires,
            mat.Leakage * grid.Mats);
    }
}
