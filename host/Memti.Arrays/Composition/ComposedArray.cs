using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>Adds equal banks up to one memory.</summary>
internal static class ComposedArray
{
    private const double MebiCells = 1048576;

    /// <summary>The figures of some equal banks. Consecutive words lie in consecutive banks, so that each works on an access of its own.</summary>
    public static ArrayFigures Of(ArrayRequest request, BankRequest bank, SolvedBank winner, int banks) => new()
    {
        Cells = bank.Cells * banks,
        Banks = banks,
        WordCells = bank.WordCells,
        Area = Area.FromSquareMillimetres(winner.Area * 1e6 * banks),
        Leakage = Power.FromWatts(winner.Leakage * banks),
        ReadLatency = SimTime.FromSeconds(winner.ReadLatency),
        WriteLatency = SimTime.FromSeconds(winner.WriteLatency),
        ReadCellsPerSecond = bank.WordCells / winner.ReadLatency * banks,
        ReadEnergy = Energy.FromJoules(winner.ReadEnergy),
        WriteEnergy = Energy.FromJoules(winner.WriteEnergy),
        WakeLatency = SimTime.FromSeconds(winner.Standby.WakeLatency),
        WakeEnergy = Energy.FromJoules(winner.Standby.WakeEnergy * banks),
        RetentionPower = winner.Standby.RetentionPower is { } power ? Power.FromWatts(power * banks) : null,
        OffPower = Power.FromWatts(winner.Standby.OffPower * banks),
        RefreshPower = Power.FromWatts(winner.Standby.RefreshPower * banks),
        Organisation = Describe(request, bank, winner, banks),
        Status = CellStatus.Of(bank.Cell),
    };

    private static string Describe(ArrayRequest request, BankRequest bank, SolvedBank winner, int banks)
    {
        string bits = bank.BitsPerCell == 1 ? "" : FormattableString.Invariant($", {bank.BitsPerCell} bit/cell");
        Organisation mats = winner.Organisation;
        return FormattableString.Invariant(
            $"{banks} x {bank.Cells / MebiCells:0.###} Mi cells of {bank.Cell.Name}{bits} ({ProfileName.Of(bank.Profile)}, {request.Target}: {mats.MatRows}x{mats.MatColumns} mats of {mats.SubarrayRows}x{mats.SubarrayColumns} sub-arrays of {winner.SubarrayRows}x{winner.SubarrayColumns})");
    }
}
