using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>The figures by which banks are compared. SI units.</summary>
internal readonly record struct BankMetrics(double Area, double Read, double Write, double ReadEnergy, double WriteEnergy, double Leakage)
{
    /// <summary>The figure of a target; less is better.</summary>
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

    /// <summary>True when every limit is kept.</summary>
    public bool Keeps(BankLimits limits) =>
        Area <= limits.Area && Read <= limits.ReadLatency && Write <= limits.WriteLatency
        && ReadEnergy <= limits.ReadEnergy && WriteEnergy <= limits.WriteEnergy && Leakage <= limits.Leakage;

    /// <summary>The metrics of a bank.</summary>
    public static BankMetrics Of(Process process, in Bank bank, Extent extent)
    {
        double way = bank.Tree.Delay(process.GlobalWire, bank.Mat.Extent);
        double wires = bank.Tree.Energy(process.GlobalWire, process.Supply, bank.Mat.Extent);
        int active = bank.ActiveRows * bank.ActiveColumns;
        AccessEnergy energy = bank.Mat.Energy;
        return new BankMetrics(
            extent.Area,
            bank.Mat.Read + (2 * way),
            bank.Mat.Write + way,
            (energy.Read * active) + wires,
            (energy.Write * active) + wires,
            bank.Mat.Leakage * bank.Rows * bank.Columns);
    }
}
