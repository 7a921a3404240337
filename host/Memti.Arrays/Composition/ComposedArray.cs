using System.Globalization;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;
using Memti.Arrays.Memories;
using Memti.Arrays.Search;

namespace Memti.Arrays.Composition;

/// <summary>Combines the figures of banks into those of one memory.</summary>
internal static class ComposedArray
{
    private const double MebiCells = 1048576;

    /// <summary>
    /// Combines banks. Areas and powers add up; times are those of the slowest bank; energies are means over the cells. Each bank serves
    /// its own accesses, and the bank that needs longest for its part of the contents limits the rate.
    /// </summary>
    public static ArrayFigures Of(ArrayRequest request, MemoryCell cell, IReadOnlyList<SolvedBank> banks)
    {
        long cells = banks.Sum(static bank => bank.Cells);
        double Mean(Func<SolvedBank, double> of) => banks.Sum(bank => of(bank) * bank.Cells) / cells;
        SimTime Slowest(Func<SolvedBank, double> of) => SimTime.FromSeconds(banks.Max(of));
        Power Sum(Func<SolvedBank, double> of) => Power.FromWatts(banks.Sum(of));
        return new ArrayFigures
        {
            Cells = cells,
            Banks = banks.Count,
            WordCells = request.WordCells,
            Area = Area.FromSquareMetres(banks.Sum(static bank => bank.Area)),
            Leakage = Sum(static bank => bank.Leakage),
            ReadLatency = Slowest(static bank => bank.ReadLatency),
            WriteLatency = Slowest(static bank => bank.WriteLatency),
            // A bank with a share s of the cells serves a share s of the accesses: at rate r it limits the memory to r / s.
            ReadCellsPerSecond = banks.Min(bank => request.WordCells / bank.ReadLatency * cells / bank.Cells),
            ReadEnergy = Energy.FromJoules(Mean(static bank => bank.ReadEnergy)),
            WriteEnergy = Energy.FromJoules(Mean(static bank => bank.WriteEnergy)),
            DriveLatency = Slowest(static bank => bank.DriveLatency),
            DriveEnergy = Energy.FromJoules(Mean(static bank => bank.DriveEnergy)),
            Pulses = ArrayPulses.Of(request, cell, banks),
            WakeLatency = Slowest(static bank => bank.Standby.WakeLatency),
            WakeEnergy = Energy.FromJoules(banks.Sum(static bank => bank.Standby.WakeEnergy)),
            // All banks hold the same cell: either all of them have a retention state or none has.
            RetentionPower = banks[0].Standby.RetentionPower is null ? null : Sum(static bank => bank.Standby.RetentionPower ?? 0),
            OffPower = Sum(static bank => bank.Standby.OffPower),
            RefreshPower = Sum(static bank => bank.Standby.RefreshPower),
            Organisation = Describe(request, cell, banks),
            Status = CellStatus.Of(cell),
        };
    }

    private static string Describe(ArrayRequest request, MemoryCell cell, IReadOnlyList<SolvedBank> banks)
    {
        string bits = request.BitsPerCell == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {request.BitsPerCell} bit/cell");
        string sizes = string.Join(" + ", banks.GroupBy(static bank => bank.Cells).Select(static group =>
            string.Create(CultureInfo.InvariantCulture, $"{group.Count()} x {group.Key / MebiCells:0.###}")));
        SolvedBank largest = banks[0];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sizes} Mi cells of {cell.Name}{bits} ({EnumWords.Of(request.Profile)}, {EnumWords.Of(request.Target)}; "
                + $"{largest.Organisation.MatRows}x{largest.Organisation.MatColumns} mats of "
                + $"{largest.SubarrayRows}x{largest.SubarrayColumns} cells)");
    }
}
