using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;
using Memti.Documents.Codes;
using Memti.Networks.Codes;
using Memti.Networks.Presets;
using Memti.Plugins.Catalog;
using Memti.Plugins.Figures;
using Memti.Plugins.Guarding;
using Memti.Runs.Networks;

namespace Memti.Runs.Tests.Networks;

public sealed class LayerTableModelTests : IDisposable
{
    private const string Table = "layer,kind,c,h,w,k,r,s\nconv,conv,3,8,8,4,3,3\nfc,fc,4,6,6,10,,\n";
    private const long Backbone = 3 * 3 * 3 * 4;
    private const long FeaturesOfClassifier = 4 * 6 * 6;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-networks-");

    [Fact]
    public void Each_task_has_a_whole_network_of_its_own_unless_it_is_shared()
    {
        LayerTableModel model = Model(ParameterSharing.None, new TaskRequest("a"), new TaskRequest("b", 2));

        model.Tasks.Select(static task => (task.Classes, task.SharedParameters, task.TaskParameterCount))
            .ShouldBe([(10, 0, Backbone + (10 * FeaturesOfClassifier)), (2, 0, Backbone + (2 * FeaturesOfClassifier))]);
        Networks(model).ShouldAllBe(static network => network.Layers.Sum(static layer => layer.SharedParameters) == 0);
    }

    [Fact]
    public void Tasks_share_all_but_the_classifier()
    {
        LayerTableModel model = Model(ParameterSharing.Backbone, new TaskRequest("a"), new TaskRequest("b", 2));

        model.Tasks.Select(static task => (task.SharedParameters, task.TaskParameterCount))
            .ShouldBe([(Backbone, 10 * FeaturesOfClassifier), (Backbone, 2 * FeaturesOfClassifier)]);
        model.Build(1).Layers.Select(static layer => (layer.OutputChannels, layer.SharedParameters, layer.TaskParameters))
            .ShouldBe([(4, Backbone, 0), (2, 0, 2 * FeaturesOfClassifier)]);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("x=1x3, x=1x4")]
    public void Shapes_of_inputs_that_cannot_be_read_are_refused(string inputs)
    {
        LayerTableOptions options = new() { File = Write("tiny.csv", Table), Inputs = inputs };

        Diagnostic finding = Should.Throw<MemtiException>(() => new LayerTableModel(options, [], NetworkCatalog.Empty)).Diagnostic;

        (finding.Code, finding.Key).ShouldBe((DiagnosticCode.ValueOutOfRange, "network.inputs"));
    }

    [Fact]
    public void A_table_takes_no_batch()
    {
        LayerTableOptions options = new() { File = Write("tiny.csv", Table), Batch = 8 };

        Should.Throw<MemtiException>(() => new LayerTableModel(options, [], NetworkCatalog.Empty)).Diagnostic.Code
            .ShouldBe(NetworkCodes.OnnxInput);
    }

    [Theory]
    [InlineData(ParameterSharing.None, null, 0, 16 + (2 * 16 * 10), 2)] // the last layer uses weights of the one before it
    [InlineData(ParameterSharing.None, 3, 0, 16 + (2 * 16 * 10) + (16 * 3), null)] // another number of classes, weights of its own
    [InlineData(ParameterSharing.Backbone, null, 16 + (2 * 16 * 10), 0, 2)]
    [InlineData(ParameterSharing.Backbone, 3, 16 + (2 * 16 * 10), 16 * 3, null)]
    public void Weights_that_layers_share_are_described_once(ParameterSharing sharing, int? classes, long shared, long own, int? owner)
    {
        const string Twice =
            "layer,kind,c,k,weights_of\nfirst,fc,1,16,\ntenth,fc,16,10,\nback,fc,10,16,\nagain,fc,10,16,back\nlast,fc,16,10,tenth\n";
        LayerTableOptions options = new() { File = Write("twice.csv", Twice), Shares = sharing };
        LayerTableModel model = new(options, [new TaskRequest("a", classes)], NetworkCatalog.Empty);
        (model.Tasks[0].SharedParameters, model.Tasks[0].TaskParameterCount).ShouldBe((shared, own));
        FigureCheck.Network(model.Tasks[0], model.Build(0)).Layers[4].WeightsOf.ShouldBe(owner is null ? null : 1);
    }

    [Theory]
    [InlineData(ParameterSharing.None)]
    [InlineData(ParameterSharing.Backbone)]
    public void Descriptions_and_layers_agree(ParameterSharing sharing)
    {
        LayerTableModel model = Model(sharing, new TaskRequest("a"), new TaskRequest("b", 102));

        foreach ((TaskDescription task, Network network) in model.Tasks.Zip(Networks(model)))
            FigureCheck.Network(task, network).Task.ShouldBe(task.Name);
    }

    [Theory]
    [InlineData(ParameterSharing.Backbone, null, "network.shares")]
    [InlineData(ParameterSharing.None, 2, "network.tasks")]
    public void What_needs_a_classifier_is_refused_without_one(ParameterSharing sharing, int? classes, string key)
    {
        LayerTableOptions options = new() { File = Write("conv.csv", "layer,kind,c,h,w,k,r,s\nconv,conv,3,8,8,4,3,3\n"), Shares = sharing };
        Diagnostic finding =
            Should.Throw<MemtiException>(
                () => new LayerTableModel(options, [new TaskRequest("a", classes)], NetworkCatalog.Empty)).Diagnostic;

        (finding.Code, finding.Key).ShouldBe((DiagnosticCode.ValueOutOfRange, key));
    }

    [Theory]
    [InlineData(null, DocumentCodes.MissingKey)]
    [InlineData("resnet", NetworkCodes.UnknownNetwork)]
    [InlineData("missing.csv", DiagnosticCode.FileUnreadable)]
    public void A_file_that_is_not_there_is_refused(string? file, string code) =>
        Should.Throw<MemtiException>(
            () =>
                new LayerTableModel(
                    new LayerTableOptions { File = file is null ? null : new ScenarioFile(file) },
                    [new TaskRequest("a")],
                    NetworkCatalog.Empty)).Diagnostic.Code.ShouldBe(code);

    [Fact]
    public void The_kind_is_offered_as_a_plugin_offers_its_own()
    {
        using PluginCatalog catalog = new(PluginGuard.Create());
        catalog.AddBuiltIn(BuiltInNetworks.Id, new BuiltInNetworks(NetworkCatalog.Empty));

        catalog.Models.Keys.ShouldBe(["layer-table"]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<Network> Networks(LayerTableModel model) => Enumerable.Range(0, model.Tasks.Count).Select(model.Build);

    private LayerTableModel Model(ParameterSharing sharing, params IReadOnlyList<TaskRequest> tasks) =>
        new(new LayerTableOptions { File = Write("table.csv", Table), Shares = sharing }, tasks, NetworkCatalog.Empty);

    private ScenarioFile Write(string name, string text)
    {
        ScenarioFile file = new ScenarioFile(name).In(_folder.FullName);
        File.WriteAllText(file.Path, text);
        return file;
    }
}
