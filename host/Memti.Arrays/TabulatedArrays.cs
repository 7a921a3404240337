using System.Numerics;
using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>
/// Solves arrays from banks that reference simulators have solved. A memory is a power of two of equal banks, so that the bank number is a
/// field of the address; a bank is the smallest tabulated one that holds its share, or, below the smallest, that one scaled by its cells.
/// </summary>
public sealed class TabulatedArrays : IArraySolver
{
    /// <inheritdoc />
    public ArrayFigures Solve(ArrayRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Cells, 1);
        ArrayPoint[] points = Candidates(request);
        long largest = Math.Min(points[^1].BankCells, request.MaximumBankCells ?? long.MaxValue);
        long banks = (long)BitOperations.RoundUpToPowerOf2((ulong)((request.Cells + largest - 1) / largest));
        if (banks > 65536)
            throw new MemtiException(DiagnosticCode.NoArray, FormattableString.Invariant($"{request.Cells} cells of '{request.Cell}' would take {banks} banks; permitted: up to 65536."));
        long share = RoundUpToWord((request.Cells + banks - 1) / banks, points[0].WordCells);
        ArrayPoint bank = points.First(point => point.BankCells >= share);
        bool scaled = share < points[0].BankCells;
        return Compose(request, bank, (int)banks, scaled ? share : bank.BankCells);
    }

    /// <inheritdoc />
    public MemoryCell Cell(string name) =>
        throw new MemtiException(DiagnosticCode.UnknownCell, $"there is no cell '{name}': solved banks are known here, and no cells.");

    private static ArrayFigures Compose(ArrayRequest request, ArrayPoint bank, int banks, long bankCells)
    {
        double scale = (double)bankCells / bank.BankCells * banks;
        bool exact = bank.BitsPerCell == request.BitsPerCell;
        return new ArrayFigures
        {
            Cells = bankCells * banks,
            Banks = banks,
            WordCells = bank.WordCells,
            Area = bank.Area * scale,
            Leakage = bank.Leakage * scale,
            ReadLatency = bank.ReadLatency,
            WriteLatency = bank.WriteLatency,
            ReadCellsPerSecond = bank.ReadCellsPerSecond * banks,
            ReadEnergy = bank.ReadEnergy,
            WriteEnergy = bank.WriteEnergy,
            Organisation = Describe(bank, banks, bankCells, exact),
            Status = exact ? NumberStatus.Derived : NumberStatus.Assumed,
        };
    }

    private static string Describe(ArrayPoint bank, int banks, long bankCells, bool exact)
    {
        string size = bankCells == bank.BankCells
            ? FormattableString.Invariant($"{bank.BankCells / 1048576.0:0.###} Mi cells")
            : FormattableString.Invariant($"{bankCells / 1048576.0:0.###} Mi cells, scaled from {bank.BankCells / 1048576.0:0.###}");
        string levels = exact ? "" : FormattableString.Invariant($", periphery of {bank.BitsPerCell} bit/cell");
        return FormattableString.Invariant($"{banks} x {size} of {bank.Cell}{levels} ({bank.Profile}, {bank.Target})");
    }

    private static ArrayPoint[] Candidates(ArrayRequest request)
    {
        ArrayPoint[] matching = [.. ArrayPointTable.Points.Where(point =>
            point.Cell == request.Cell && point.Target == request.Target
            && point.NodeNanometres == request.NodeNanometres && point.TemperatureKelvin.Equals(request.TemperatureKelvin))];
        if (matching.Length == 0)
            throw new MemtiException(Unknown(request));
        int bits = matching.MinBy(point => (Math.Abs(point.BitsPerCell - request.BitsPerCell), -point.BitsPerCell))!.BitsPerCell;
        return [.. matching.Where(point => point.BitsPerCell == bits).OrderBy(static point => point.BankCells)];
    }

    private static Diagnostic Unknown(ArrayRequest request)
    {
        string known = string.Join(", ", ArrayPointTable.Points
            .Select(static point => FormattableString.Invariant($"{point.Cell} at {point.NodeNanometres} nm and {point.TemperatureKelvin} K")).Distinct());
        return new Diagnostic(
            DiagnosticCode.NoArray,
            FormattableString.Invariant($"no array of '{request.Cell}' is known at {request.NodeNanometres} nm and {request.TemperatureKelvin} K; known: {known}."))
        {
            Value = request.Cell,
            Permitted = known,
        };
    }

    private static long RoundUpToWord(long cells, int word) => (cells + word - 1) / word * word;
}
