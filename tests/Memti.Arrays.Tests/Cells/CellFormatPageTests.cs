using Memti.Arrays.Cells;

namespace Memti.Arrays.Tests.Cells;

/// <summary>The page of the format cannot fall behind the code.</summary>
public sealed class CellFormatPageTests
{
    private static readonly string[] Page = File.ReadAllLines(RepositoryFiles.Of("docs", "cell-format.md"));

    public static TheoryData<string> Keys => [.. CellKeys.All.Select(static key => key.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_number_has_its_unit_range_default_and_meaning_on_the_page(string name)
    {
        CellKey key = CellKeys.Find(name).ShouldNotBeNull();

        Page.ShouldContain($"| `{key.Key}` | {key.Unit} | {key.Permitted} | {key.DefaultWords} | {key.Description} |");
    }

    [Fact]
    public void The_example_of_the_page_is_a_sound_cell() =>
        CellSamples.Valid(
            string.Join('\n', Page.SkipWhile(static line => line != "```yaml").Skip(1).TakeWhile(static line => line != "```")));

    [Fact]
    public void The_technology_of_the_plugin_guide_is_the_one_in_the_samples()
    {
        string guide = File.ReadAllText(RepositoryFiles.Of("docs", "plugin-guide.md"));

        // The first line is for editors of the sample.
        string[] sample = File.ReadAllLines(RepositoryFiles.Of("samples", "hello-cell", "hello-cbram-30f2.memcell.yaml"));
        guide.ShouldContain(string.Join('\n', sample.Skip(1)));
    }
}
