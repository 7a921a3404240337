using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Catalog;
using Memti.Plugins.Guarding;
using Memti.Plugins.Registry;

namespace Memti.Plugins.Tests.Loading;

public sealed class PluginRegistryTests
{
    private readonly PluginRegistry _collected = new("test", "test.dll", new ModelHost(new PluginCatalog(PluginGuard.Create())));

    private IPluginRegistry Registry => _collected;

    [Theory]
    [InlineData("")]
    [InlineData("Rram")]
    [InlineData("rram_mlc")]
    [InlineData("rram mlc")]
    [InlineData("-rram")]
    [InlineData("rram\n")]
    [InlineData("rräm")]
    public void A_kind_with_another_form_is_refused(string kind) =>
        ShouldBeInvalid(() => Registry.AddFirmware<object>(kind, static _ => null!));

    [Theory]
    [InlineData("rram")]
    [InlineData("resnet26-adapters")]
    [InlineData("3d-nand")]
    public void A_kind_of_letters_digits_and_hyphens_is_taken(string kind)
    {
        Registry.AddFirmware<object>(kind, static _ => null!);

        _collected.Close().Kinds.ShouldHaveSingleItem().Kind.ShouldBe(kind);
    }

    [Fact]
    public void A_kind_may_be_a_memory_and_a_firmware_but_not_two_memories()
    {
        Registry.AddMemory<object>("same", static _ => null!);
        Registry.AddFirmware<object>("same", static _ => null!);

        ShouldBeInvalid(() => Registry.AddMemory<object>("same", static _ => null!));
    }

    [Fact]
    public void Nothing_is_registered_after_the_end()
    {
        _collected.Close();

        ShouldBeInvalid(() => Registry.AddMemory<object>("late", static _ => null!));
    }

    [Fact]
    public void A_kind_needs_a_way_to_make_one() => ShouldBeInvalid(() => Registry.AddMemory<object>("none", null!));

    [Fact]
    public void A_plugin_that_makes_nothing_breaks_the_contract()
    {
        Registry.AddMemory<object>("nothing", static _ => null!);
        var registration = (Registration<IMemoryModel>)_collected.Close().Kinds[0];

        ShouldBeInvalid(() => registration.Create(new object()));
    }

    private static void ShouldBeInvalid(Action action)
    {
        Diagnostic finding = Should.Throw<MemtiException>(action).Diagnostic;
        finding.Code.ShouldBe(DiagnosticCode.PluginInvalid);
        finding.File.ShouldBe("test.dll");
    }
}
