using System.Globalization;
using Memti.Charts.Axes;

namespace Memti.Charts.Tests;

/// <summary>The pictures of results in the documentation show the tables beside them.</summary>
public sealed class DocumentedFiguresTests
{
    [Theory]
    [InlineData("figure1", "Figure 1 and Table 1, at a quarter of the width on 32 pixels")]
    [InlineData("embedded", "Three tasks on one backbone, with drawn images")]
    [InlineData("crossbar-noise", "Three tasks on one backbone in phase-change crossbars")]
    public void A_picture_of_accuracies_shows_its_table(string name, string title)
    {
        string picture = RepositoryFiles.Of("docs", "results", name + ".svg");
        string drawn = Chart(RepositoryFiles.Of("docs", "results", name + ".csv"), title).Draw();
        if (Environment.GetEnvironmentVariable("MEMTI_APPROVE") == "1")
            File.WriteAllText(picture, drawn);
        drawn.ShouldBe(File.ReadAllText(picture));
    }

    private static GroupedBars Chart(string file, string title)
    {
        string[][] lines = [.. File.ReadLines(file).Select(static line => line.Split(','))];
        var rows = lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(static cell => cell.First, static cell => cell.Second)).ToArray();
        return new GroupedBars
        {
            Title = title,
            Source = "Error bars: one standard deviation over chips, up and down.",
            Description = $"Accuracy of {rows.Select(static row => row["task"]).Distinct().Count()} tasks without faults, and with faults before and after retraining.",
            Axis = new Axis("accuracy on test images (%)") { Max = 100 },
            Panels = [.. rows.GroupBy(static row => row["storage"]).Select(static group => Panel(group.Key, [.. group]))],
        };
    }

    private static BarPanel Panel(string variant, Dictionary<string, string>[] rows) => new(
        variant,
        [.. rows.Select(static row => row["task"])],
        [
            new("fixed point, no faults", Column(rows, "baseline_accuracy")),
            new("faulty, before retraining", Column(rows, "before_mean")) { Spreads = Column(rows, "before_std") },
            new("faulty, after retraining", Column(rows, "after_mean")) { Spreads = Column(rows, "after_std") },
        ])
    {
        Notes = [.. rows.Select(static row => $"{row["before_chips"]} chips, {row["after_chips"]} after")],
    };

    private static double?[] Column(Dictionary<string, string>[] rows, string column) =>
        [.. rows.Select(row => row[column].Length == 0 ? (double?)null : double.Parse(row[column], CultureInfo.InvariantCulture) * 100)];
}
