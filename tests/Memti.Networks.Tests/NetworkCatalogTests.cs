using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Networks.Codes;
using Memti.Networks.Presets;

namespace Memti.Networks.Tests;

public sealed class NetworkCatalogTests
{
    private static readonly NetworkCatalog Shipped = NetworkCatalog.Find(RepositoryFiles.Of("samples", "networks"));

    [Fact]
    public void A_name_finds_what_ships() => Shipped.Read("resnet50").ShouldSatisfyAllConditions(
        static network => network.Name.ShouldBe("resnet50"),
        static network => network.File.ShouldBe("networks/resnet50.csv"));

    [Fact]
    public void The_networks_are_in_the_order_of_their_names() =>
        Shipped.Presets.Select(static preset => preset.Name).ShouldBe(["alexnet", "googlenet", "mobilenetv2", "resnet50"]);

    [Fact]
    public void A_path_is_relative_to_the_folder_that_is_given()
    {
        using TemporaryFolder folder = new();
        folder.Write("mine.csv", "layer,kind,c,k\nfc,fc,8,2\n");

        NetworkCatalog.Empty.Read(new ScenarioFile("mine.csv").In(folder.Root)).Layers.ShouldHaveSingleItem().OutputChannels.ShouldBe(2);
    }

    [Fact]
    public void A_file_is_read_once() => Shipped.Read("alexnet").ShouldBeSameAs(Shipped.Read("alexnet"));

    [Theory]
    [InlineData("resnet5", "resnet50")]
    [InlineData("vgg", "alexnet, googlenet, mobilenetv2, resnet50")]
    [InlineData("resnet50.txt", "resnet50")]
    public void An_unknown_name_is_refused_with_what_is_known(string name, string permitted)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Shipped.Read(name)).Diagnostic;

        (finding.Code, finding.Value, finding.Permitted).ShouldBe((NetworkCodes.UnknownNetwork, name, permitted));
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_networks() => NetworkCatalog.Find("no such folder").Presets.ShouldBeEmpty();

    [Theory]
    [InlineData("missing.csv", DiagnosticCode.FileUnreadable)]
    [InlineData("missing.onnx", DiagnosticCode.FileUnreadable)]
    [InlineData("missing.txt", NetworkCodes.UnknownNetwork)]
    [InlineData("missing", NetworkCodes.UnknownNetwork)]
    public void A_file_that_cannot_be_read_is_refused(string path, string code) =>
        Should.Throw<MemtiException>(() => NetworkFile.Read(path)).Diagnostic.Code.ShouldBe(code);
}
