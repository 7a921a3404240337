using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Units;
using Memti.Documents.Parameters;
using Memti.Scenarios.Kinds;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

public sealed class OptionsSchemaTests
{
    public enum Nothing
    {
    }

    [Fact]
    public void Keys_keep_the_order_of_the_class() =>
        OptionsSchema.Create(typeof(FakeRramOptions)).Parameters.Select(static parameter => parameter.Name)
        .ShouldBe(["bits_per_cell", "set_pulse_ns", "layout", "endurance", "verify", "cell", "read_rate_gbs"]);

    [Theory]
    [InlineData("bits_per_cell", "1", "1 to 4")]
    [InlineData("set_pulse_ns", "10", "0 to 1000000")]
    [InlineData("layout", "crosspoint", "crosspoint, one_transistor")]
    [InlineData("endurance", "null", "at least 1")]
    [InlineData("verify", "true", "true or false")]
    [InlineData("cell", "4f2", "text")]
    [InlineData("read_rate_gbs", "8", "at least 0")]
    public void A_default_is_written_as_in_a_file(string key, string text, string permitted)
    {
        ParameterDescriptor parameter = OptionsSchema.Create(typeof(FakeRramOptions)).Find(key).ShouldNotBeNull();

        (parameter.Default, parameter.Permitted).ShouldBe((text, permitted));
    }

    [Fact]
    public void A_conversion_between_units_leaves_no_noise() =>
        OptionsSchema.Create(typeof(FakeDramOptions)).Find("energy_per_bit_pj").ShouldNotBeNull().Default.ShouldBe("0.6");

    [Fact]
    public void The_source_of_a_default_is_kept()
    {
        ParameterDescriptor parameter = OptionsSchema.Create(typeof(FakeRramOptions)).Find("bits_per_cell").ShouldNotBeNull();

        (parameter.Source, parameter.Status, parameter.ClrType).ShouldBe(("Author et al., Table II", NumberStatus.Published, typeof(int)));
    }

    [Theory]
    [InlineData("time_in_ps_ps", "3")]
    [InlineData("time_in_ns_ns", "0.003")]
    [InlineData("time_in_us_us", "0.25")]
    [InlineData("time_in_ms_ms", "1.5")]
    [InlineData("time_in_s_s", "2")]
    [InlineData("energy_in_pj_pj", "0.6")]
    [InlineData("energy_in_nj_nj", "0.7")]
    [InlineData("energy_in_uj_uj", "3.3")]
    [InlineData("energy_in_mj_mj", "16.43")]
    [InlineData("power_in_nw_nw", "5.1")]
    [InlineData("power_in_uw_uw", "5.2")]
    [InlineData("power_in_mw_mw", "493")]
    [InlineData("power_in_w_w", "0.2")]
    [InlineData("area_in_um2_um2", "0.33")]
    [InlineData("area_in_mm2_mm2", "1.16")]
    [InlineData("size_in_bit_bit", "17")]
    [InlineData("size_in_byte_byte", "3")]
    [InlineData("size_in_kib_kib", "0.5")]
    [InlineData("size_in_mib_mib", "2.5")]
    [InlineData("rate_in_gbs_gbs", "12.8")]
    [InlineData("clock_in_mhz_mhz", "667")]
    [InlineData("clock_in_ghz_ghz", "1.1")]
    public void Every_unit_reads_what_it_writes(string key, string text)
    {
        FakeCatalog catalog = new FakeCatalog().With<EveryUnit>(PluginContract.Accelerator, "nvdla");
        string scenario = Samples.Whole.Replace("macs: 1024", $"{key}: {text}", StringComparison.Ordinal);

        EveryUnit options =
            (EveryUnit)new ScenarioReader(catalog).ReadText(
                scenario, Samples.File).Scenario.ShouldNotBeNull().Designs[0].Accelerator.Options;

        ParameterDescriptor parameter = OptionsSchema.Create(typeof(EveryUnit)).Find(key).ShouldNotBeNull();
        parameter.Type.ToText(options.Changed.ShouldNotBeNull()).ShouldBe(text);
    }

    [Fact]
    public void Keys_of_a_base_class_come_first() =>
        OptionsSchema.Create(typeof(Derived)).Parameters.Select(static parameter => parameter.Name).ShouldBe(["first", "second"]);

    [Theory]
    [InlineData(typeof(UnknownType), "has type Decimal, which no key can have")]
    [InlineData(typeof(EmptyEnum), "has type Nothing, which no key can have")]
    [InlineData(typeof(NoUnit), "has unit ''; permitted: ps, ns, us, ms, s")]
    [InlineData(typeof(ForeignUnit), "has unit 'pj'; permitted: ps, ns, us, ms, s")]
    [InlineData(typeof(ReadOnly), "'Key' is no public property that can be read and set")]
    [InlineData(typeof(Hidden), "'Key' is no public property that can be read and set")]
    [InlineData(typeof(ReservedKey), "key 'holds' of 'Holds' belongs to the host")]
    [InlineData(typeof(TwoKeys), "key 'set_ns' is there twice")]
    [InlineData(typeof(UpsideDown), "the minimum of 'Key' is above its maximum")]
    [InlineData(typeof(RangeOfText), "'Key' has a range and is no number")]
    [InlineData(typeof(DefaultOutside), "the default of 'Key' is 0; permitted: 1 to 4")]
    [InlineData(typeof(Throwing), "its constructor threw InvalidOperationException")]
    [InlineData(typeof(Abstract), "it is no class with a public constructor without parameters")]
    public void A_class_that_breaks_the_contract_is_MEMTI3009(Type type, string fault)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => KindOptions.SchemaOf(type)).Diagnostic;

        finding.Code.ShouldBe(DiagnosticCode.PluginInvalid);
        finding.Message.ShouldContain(fault);
    }

    private sealed class EveryUnit
    {
        public object? Changed { get; private set; }

        [Parameter("d", Unit = "ps")]
        public SimTime? TimeInPs { get => null; set => Changed = value; }

        [Parameter("d", Unit = "ns")]
        public SimTime? TimeInNs { get => null; set => Changed = value; }

        [Parameter("d", Unit = "us")]
        public SimTime? TimeInUs { get => null; set => Changed = value; }

        [Parameter("d", Unit = "ms")]
        public SimTime? TimeInMs { get => null; set => Changed = value; }

        [Parameter("d", Unit = "s")]
        public SimTime? TimeInS { get => null; set => Changed = value; }

        [Parameter("d", Unit = "pj")]
        public Energy? EnergyInPj { get => null; set => Changed = value; }

        [Parameter("d", Unit = "nj")]
        public Energy? EnergyInNj { get => null; set => Changed = value; }

        [Parameter("d", Unit = "uj")]
        public Energy? EnergyInUj { get => null; set => Changed = value; }

        [Parameter("d", Unit = "mj")]
        public Energy? EnergyInMj { get => null; set => Changed = value; }

        [Parameter("d", Unit = "nw")]
        public Power? PowerInNw { get => null; set => Changed = value; }

        [Parameter("d", Unit = "uw")]
        public Power? PowerInUw { get => null; set => Changed = value; }

        [Parameter("d", Unit = "mw")]
        public Power? PowerInMw { get => null; set => Changed = value; }

        [Parameter("d", Unit = "w")]
        public Power? PowerInW { get => null; set => Changed = value; }

        [Parameter("d", Unit = "um2")]
        public Area? AreaInUm2 { get => null; set => Changed = value; }

        [Parameter("d", Unit = "mm2")]
        public Area? AreaInMm2 { get => null; set => Changed = value; }

        [Parameter("d", Unit = "bit")]
        public DataSize? SizeInBit { get => null; set => Changed = value; }

        [Parameter("d", Unit = "byte")]
        public DataSize? SizeInByte { get => null; set => Changed = value; }

        [Parameter("d", Unit = "kib")]
        public DataSize? SizeInKib { get => null; set => Changed = value; }

        [Parameter("d", Unit = "mib")]
        public DataSize? SizeInMib { get => null; set => Changed = value; }

        [Parameter("d", Unit = "gbs")]
        public Bandwidth? RateInGbs { get => null; set => Changed = value; }

        [Parameter("d", Unit = "mhz")]
        public Frequency? ClockInMhz { get => null; set => Changed = value; }

        [Parameter("d", Unit = "ghz")]
        public Frequency? ClockInGhz { get => null; set => Changed = value; }
    }

    private class Base
    {
        [Parameter("d")]
        public int First { get; set; }
    }

    private sealed class Derived : Base
    {
        [Parameter("d")]
        public int Second { get; set; }
    }

    private sealed class UnknownType
    {
        [Parameter("d")]
        public decimal Key { get; set; }
    }

    private sealed class EmptyEnum
    {
        [Parameter("d")]
        public Nothing Key { get; set; }
    }

    private sealed class NoUnit
    {
        [Parameter("d")]
        public SimTime Key { get; set; }
    }

    private sealed class ForeignUnit
    {
        [Parameter("d", Unit = "pj")]
        public SimTime Key { get; set; }
    }

    private sealed class ReadOnly
    {
        [Parameter("d")]
        public int Key { get; }
    }

    private sealed class Hidden
    {
        [Parameter("d")]
        internal int Key { get; set; }
    }

    private sealed class ReservedKey
    {
        [Parameter("d")]
        public int Holds { get; set; }
    }

    private sealed class TwoKeys
    {
        [Parameter("d", Unit = "ns")]
        public SimTime Set { get; set; }

        [Parameter("d")]
        public int SetNs { get; set; }
    }

    private sealed class UpsideDown
    {
        [Parameter("d", Minimum = 2, Maximum = 1)]
        public int Key { get; set; }
    }

    private sealed class RangeOfText
    {
        [Parameter("d", Minimum = 2)]
        public string Key { get; set; } = "";
    }

    private sealed class DefaultOutside
    {
        [Parameter("d", Minimum = 1, Maximum = 4)]
        public int Key { get; set; }
    }

    private sealed class Throwing
    {
        public Throwing() => throw new InvalidOperationException("no");
    }

    private abstract class Abstract
    {
        [Parameter("d")]
        public int Key { get; set; }
    }
}
