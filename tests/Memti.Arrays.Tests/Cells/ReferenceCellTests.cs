using System.Text.Json;
using Memti.Abstractions.Cells;
using Memti.Arrays.Cells;
using Memti.Arrays.NvsimCells;

namespace Memti.Arrays.Tests.Cells;

/// <summary>
/// The cells that ship under the reference simulators' names have the parameters of the reference data, to the last digit.
/// </summary>
public sealed class ReferenceCellTests
{
    // Parameters that a cell here does not have: both samples read with lines that do not float.
    private static readonly string[] WithoutCounterpart = ["ReadFloating"];

    [ReferenceFact(CellFiles.Reference)]
    public void Every_cell_of_the_reference_data_ships_under_its_name()
    {
        foreach (JsonElement cell in Reference())
            File.Exists(Fixture(cell)).ShouldBeTrue(Fixture(cell));
    }

    [ReferenceFact(CellFiles.Reference)]
    public void Every_parameter_of_the_reference_data_is_that_of_the_cell()
    {
        foreach (JsonElement cell in Reference())
        {
            MemoryCell ours = CellReader.ReadFile(Fixture(cell)).File.ShouldNotBeNull().Cell;
            NvsimCellReader.ReadText(AsNvsim(cell), "reference.cell").Cell
                .ShouldNotBeNull()
                .ShouldSatisfyAllConditions(theirs => Bare(ours).ShouldBe(Bare(theirs), ours.Name));
        }
    }

    internal static MemoryCell Bare(MemoryCell cell) => cell with { Name = "", Description = "", Numbers = [], Levels = [] };

    private static string Fixture(JsonElement cell) =>
        RepositoryFiles.Of("samples", "cells", "nvsim", cell.GetProperty("name").GetString() + CellFile.Extension);

    private static string AsNvsim(JsonElement cell) => string.Join('\n', cell.GetProperty("parameters").EnumerateObject()
        .Where(static parameter => !WithoutCounterpart.Contains(parameter.Name))
        .Select(static parameter => $"-{parameter.Name}: {parameter.Value}"));

    private static JsonElement[] Reference() =>
        [.. JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Reference(CellFiles.Reference))).RootElement
            .GetProperty("cells")
            .EnumerateArray()];
}
