using System.Numerics;
using Memti.Abstractions.Arrays;
using Memti.Arrays.Organisations;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Search;

/// <summary>
/// Evaluates a vector of mats in one grid. Every operation is the one of <see cref="BankMetrics"/>, lane by lane, so both give the same
/// bits.
/// </summary>
internal readonly struct BankEvaluator
{
    private readonly BankGrid _grid;
    private readonly double _mostAspect;
    private readonly double _unitDelay;
    private readonly double _unitEnergy;

    /// <summary>Prepares the evaluation of a grid.</summary>
    public BankEvaluator(Process process, in BankGrid grid, double mostAspect)
    {
        _grid = grid;
        _mostAspect = mostAspect;
        _unitDelay = process.GlobalWire.Delay(1);
        _unitEnergy = process.GlobalWire.FaradsPerMetre * process.Supply * process.Supply;
    }

    /// <summary>True when a bank of such mats exceeds the aspect ratio.</summary>
    public bool IsCrooked(double height, double width) => IsCrooked(height * _grid.Rows, width * _grid.Columns, _mostAspect);

    /// <summary>True when one side exceeds the other by more than a factor.</summary>
    public static bool IsCrooked(double high, double wide, double mostAspect) => high / wide > mostAspect || wide / high > mostAspect;

    /// <summary>Number of mats in a vector whose bank exceeds the aspect ratio.</summary>
    public int ExceedsAspectRatio(MatTable mats, int from)
    {
        Vector<double> high = Load(mats.Heights, from) * _grid.Rows;
        Vector<double> wide = Load(mats.Widths, from) * _grid.Columns;
        Vector<double> most = new(_mostAspect);
        Vector<long> crooked = Vector.GreaterThan(high / wide, most) | Vector.GreaterThan(wide / high, most);
        // A true lane is all ones, which is -1.
        return (int)-Vector.Sum(crooked);
    }

    /// <summary>True when a mat of a vector improves on any target.</summary>
    public bool AnyBetter(MatTable mats, int from, ReadOnlySpan<double> best)
    {
        Vector<double> height = Load(mats.Heights, from);
        Vector<double> width = Load(mats.Widths, from);
        MatWires wires = _grid.Wires;
        Vector<double> way = _unitDelay * ((wires.HorizontalSquares * width * width) + (wires.VerticalSquares * height * height));
        Vector<double> moved = _unitEnergy * ((wires.HorizontalBitLengths * width) + (wires.VerticalBitLengths * height));
        Vector<double> read = Load(mats.Reads, from) + (wires.ReadWays * way);
        Vector<double> write = Load(mats.Writes, from) + way;
        Vector<double> readEnergy = (Load(mats.ReadEnergies, from) * _grid.Active) + moved;
        Vector<double> writeEnergy = (Load(mats.WriteEnergies, from) * _grid.Active) + moved;
        Vector<double> leakage = Load(mats.Leakages, from) * _grid.Mats;
        Vector<double> area = height * _grid.Rows * (width * _grid.Columns);
        Vector<long> better = Less(read, best, ArrayTarget.ReadLatency) | Less(write, best, ArrayTarget.WriteLatency)
            | Less(readEnergy, best, ArrayTarget.ReadDynamicEnergy) | Less(writeEnergy, best, ArrayTarget.WriteDynamicEnergy)
            | Less(read * readEnergy, best, ArrayTarget.ReadEDP) | Less(write * writeEnergy, best, ArrayTarget.WriteEDP)
            | Less(leakage, best, ArrayTarget.LeakagePower) | Less(area, best, ArrayTarget.Area);
        return better != Vector<long>.Zero;
    }

    private static Vector<long> Less(Vector<double> value, ReadOnlySpan<double> best, ArrayTarget target) =>
        Vector.LessThan(value, new Vector<double>(best[(int)target]));

    private static Vector<double> Load(ReadOnlySpan<double> column, int from) => new(column[from..]);
}
