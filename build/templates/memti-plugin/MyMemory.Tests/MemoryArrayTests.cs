namespace MyMemoryNamespace.Tests;

public sealed class MemoryArrayTests
{
    [Fact]
    public void A_word_is_read_in_a_cycle() =>
        Assert.Equal(8 / 10e-9, Figures(ABlock(1000)).Read.BytesPerSecond, precision: 0);

    [Fact]
    public void Every_bit_of_the_contents_takes_a_cell() => Assert.Equal(8000, Figures(ABlock(1000)).CellsUsed);

    [Fact]
    public void Contents_outlive_a_power_cycle() => Assert.False(Figures(ABlock(1)).Volatile);

    [Fact]
    public void Contents_that_do_not_fit_are_a_coded_finding()
    {
        MemtiException refused = Assert.Throws<MemtiException>(static () => Figures(ABlock((8L * 1024 * 1024) + 1)));

        Assert.Equal(DiagnosticCode.CapacityExceeded, refused.Diagnostic.Code);
    }

    [Fact]
    public void The_assembly_names_its_plugin()
    {
        object[] declared = typeof(MemoryPlugin).Assembly.GetCustomAttributes(typeof(MemtiPluginAttribute), inherit: false);

        Assert.Equal(typeof(MemoryPlugin), Assert.IsType<MemtiPluginAttribute>(Assert.Single(declared)).EntryType);
    }

    private static ContentBlock ABlock(long bytes) => new(bytes, 8);

    private static MemoryFigures Figures(ContentBlock block) =>
        new MemoryArray(new MemoryOptions()).Size(new MemoryRequest([block], null!));
}
