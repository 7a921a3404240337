using System.Globalization;
using System.Text;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Organisations;
using Memti.Arrays.Search;
using Memti.Documents.Numbers;
using Memti.Runs.Arrays;

namespace Memti.Host.Rendering;

/// <summary>Solved arrays as printed tables.</summary>
internal static class ArrayTable
{
    private const double MebiCells = 1048576;

    /// <summary>Prints one study: winners, their split, and the results of the search.</summary>
    public static string Render(ArrayAnswer answer)
    {
        var text = new StringBuilder();
        Head(text, answer);
        text.Append("\nWinners\n").Append(Winners(answer));
        text.Append("\nSplit of a read, largest bank\n").Append(Split(answer));
        text.Append("\nStandby\n").Append(Standby(answer));
        if (answer.Front.Count > 0)
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nPareto front of {string.Join(" and ", answer.Question.Axes.Select(EnumWords.Of))}, largest bank\n")
                    .Append(Front(answer));
        Foot(text, answer);
        return text.ToString();
    }

    /// <summary>Prints several studies in one table.</summary>
    public static string Compare(IReadOnlyList<ArrayAnswer> answers, ArrayTarget target)
    {
        TextTable table =
            new TextTable(
                "cell",
                "bits",
                "cells, Mi",
                "area, mm2",
                "read, ns",
                "write, ns",
                "read, pJ",
                "write, pJ",
                "leakage, mW",
                "wake, ns",
                "off, mW",
                "misread",
                "endurance",
                "status").LeftAlign(13);
        foreach (ArrayAnswer answer in answers)
            foreach (SolvedArray array in answer.Arrays)
                table.Add(
                    answer.Cell.Name,
                    answer.Question.BitsPerCell.ToString(CultureInfo.InvariantCulture),
                    QuantityText.Number(array.Cells / MebiCells),
                    QuantityText.Number(array.Sum(static bank => bank.Area) * 1e6),
                    QuantityText.Number(ArrayColumns.ReadLatency(answer, array) * 1e9),
                    QuantityText.Number(ArrayColumns.WriteLatency(answer, array) * 1e9),
                    QuantityText.Number(ArrayColumns.ReadEnergy(answer, array) * 1e12),
                    QuantityText.Number(ArrayColumns.WriteEnergy(answer, array) * 1e12),
                    QuantityText.Number(array.Sum(static bank => bank.Leakage) * 1e3),
                    QuantityText.Number(array.Worst(static bank => bank.Standby.WakeLatency) * 1e9),
                    QuantityText.Number(array.Sum(static bank => bank.Standby.OffPower) * 1e3),
                    QuantityText.Number(answer.Misreads?.MeanCellErrorRate),
                    QuantityText.Number(answer.Cell.EnduranceCycles),
                    StatusWord.Of(answer.Status));
        string first = answers.Count == 0 ? "nothing can be built" : Conditions(answers[0].Question);
        return $"Organisations chosen for {EnumWords.Of(target)}; {first}\n{table}";
    }

    private static void Head(StringBuilder text, ArrayAnswer answer)
    {
        SolvedArray array = answer.Arrays[0];
        text.Append(CultureInfo.InvariantCulture, $"{answer.Cell.Name}: {answer.Cell.Description}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{QuantityText.Count(array.Cells)} cells of {answer.Question.BitsPerCell} bit in {BankText.Of(array)}, {answer.WordCells} "
                + $"cells an access; {Conditions(answer.Question)}\n");
        if (array.Banks.Count > 1)
            text.Append(answer.Question.Banks == BankRule.Binary
                ? "banks: falling powers of two; smaller ones are the smallest that read no slower than the largest\n"
                : "banks: equal, a power of two of them; consecutive words lie in consecutive banks\n");
        text.Append(CultureInfo.InvariantCulture, $"status: {StatusWord.Of(answer.Status)}\n");
    }

    private static string Conditions(ArrayQuestion question) => string.Create(
        CultureInfo.InvariantCulture,
        $"{question.NodeNanometres} nm {EnumWords.Of(question.Roadmap)}, {question.TemperatureKelvin} K, profile "
            + $"{EnumWords.Of(question.Profile)}");

    private static string Target(SolvedArray array) => array.Target is { } target ? EnumWords.Of(target) : "as given";

    private static TextTable Winners(ArrayAnswer answer)
    {
        TextTable table =
            new TextTable(
                "target",
                "area, mm2",
                "read, ns",
                "write, ns",
                "read, pJ",
                "write, pJ",
                "leakage, mW",
                "cells, %",
                "organisation",
                "sub-array").LeftAlign(8, 9);
        foreach (SolvedArray array in answer.Arrays)
            table.Add(
                Target(array),
                QuantityText.Number(array.Sum(static bank => bank.Area) * 1e6),
                QuantityText.Number(ArrayColumns.ReadLatency(answer, array) * 1e9),
                QuantityText.Number(ArrayColumns.WriteLatency(answer, array) * 1e9),
                QuantityText.Number(ArrayColumns.ReadEnergy(answer, array) * 1e12),
                QuantityText.Number(ArrayColumns.WriteEnergy(answer, array) * 1e12),
                QuantityText.Number(array.Sum(static bank => bank.Leakage) * 1e3),
                QuantityText.Number(array.Mean(static bank => bank.AreaEfficiency) * 100),
                OrganisationText.Of(array.Largest.Organisation),
                string.Create(CultureInfo.InvariantCulture, $"{array.Largest.SubarrayRows}x{array.Largest.SubarrayColumns}"));
        return table;
    }

    private static TextTable Split(ArrayAnswer answer)
    {
        var table = new TextTable(
            "target", "H-tree, ns", "predecoder", "row decoder", "bit line", "sense", "multiplexers", "H-tree, pJ", "each mat, pJ");
        foreach (SolvedArray array in answer.Arrays)
            table.Add(
                Target(array),
                QuantityText.Number(array.Largest.HTreeLatency * 1e9),
                QuantityText.Number(array.Largest.PredecoderLatency * 1e9),
                QuantityText.Number(array.Largest.RowDecoderLatency * 1e9),
                QuantityText.Number(array.Largest.BitlineLatency * 1e9),
                QuantityText.Number(array.Largest.SenseLatency * 1e9),
                QuantityText.Number(array.Largest.MuxLatency * 1e9),
                QuantityText.Number(array.Largest.HTreeEnergy * 1e12),
                QuantityText.Number(array.Largest.MatReadEnergy * 1e12));
        return table;
    }

    private static TextTable Standby(ArrayAnswer answer)
    {
        var table = new TextTable("target", "wake, ns", "wake, pJ", "retention, mW", "off, mW", "refresh, mW");
        foreach (SolvedArray array in answer.Arrays)
            table.Add(
                Target(array),
                QuantityText.Number(array.Worst(static bank => bank.Standby.WakeLatency) * 1e9),
                QuantityText.Number(array.Sum(static bank => bank.Standby.WakeEnergy) * 1e12),
                QuantityText.Number(
                    array.Largest.Standby.RetentionPower is null ? null : array.Sum(static bank => bank.Standby.RetentionPower ?? 0) * 1e3),
                QuantityText.Number(array.Sum(static bank => bank.Standby.OffPower) * 1e3),
                QuantityText.Number(array.Sum(static bank => bank.Standby.RefreshPower) * 1e3));
        return table;
    }

    private static TextTable Front(ArrayAnswer answer)
    {
        TextTable table =
            new TextTable("area, mm2", "read, ns", "write, ns", "read, pJ", "write, pJ", "leakage, mW", "organisation").LeftAlign(6);
        foreach (SolvedBank bank in answer.Front)
            table.Add(
                QuantityText.Number(bank.Area * 1e6),
                QuantityText.Number(bank.ReadLatency * 1e9),
                QuantityText.Number(bank.WriteLatency * 1e9),
                QuantityText.Number(bank.ReadEnergy * 1e12),
                QuantityText.Number(bank.WriteEnergy * 1e12),
                QuantityText.Number(bank.Leakage * 1e3),
                OrganisationText.Of(bank.Organisation));
        return table;
    }

    private static void Foot(StringBuilder text, ArrayAnswer answer)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\norganisation: mats/active sub-arrays/active multiplexers (sense, output 1, output 2); {answer.Tried:N0} were built and "
                + $"weighed\n");
        // The most frequent reason first: it tells what limits the search.
        foreach ((Rejection rule, long count) in answer.Rejections.OrderByDescending(static refused => refused.Value))
            text.Append(CultureInfo.InvariantCulture, $"  refused, {RejectionText.Of(rule)}: {count:N0}\n");
        text.Append(Misreads(answer));
        if (answer.Correction is { } code)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{code.Name}: {code.Cost.ExtraCellsPerWord} cells more a word; a check takes "
                    + $"{QuantityText.Number(code.Cost.CheckEnergy.Picojoules)} pJ and "
                    + $"{QuantityText.Number(code.Cost.CheckLatency.Seconds * 1e9)} ns ({StatusWord.Of(code.Cost.Status)}); words "
                    + $"beyond correction: {QuantityText.Number(code.UncorrectableRate)}\n");
    }

    private static string Misreads(ArrayAnswer answer) => answer.Misreads is { } misreads
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"misread cells: {QuantityText.Number(misreads.MeanCellErrorRate)} (worst level "
                + $"{QuantityText.Number(misreads.WorstLevelErrorRate)}); wrong bits: "
                + $"{QuantityText.Number(misreads.BitErrorRateBinary)} natural binary, "
                + $"{QuantityText.Number(misreads.BitErrorRateGray)} Gray\n")
        : answer.Question.BitsPerCell > 1
            ? $"misread cells: not known, '{answer.Cell.Name}' has no level statistics for {answer.Question.BitsPerCell} bits; give it "
                + "`levels:` of your own\n"
            : "";
}
