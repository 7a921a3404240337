using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Build.Tasks.Requests;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Memti.Build.Tasks.Tests;

public sealed class WriteWeightRequestTests : IDisposable
{
    private const string Project = """
        <Project>
          <PropertyGroup>
            <MemtiTrials>many</MemtiTrials>
          </PropertyGroup>
          <ItemGroup>
            <MemtiScenario Include="camera.memti.yaml;other.memti.yaml" />
            <MemtiTask Include="signs" Epochs="six" Data="generated:signs" />
            <MemtiTask Include="motion; textures">
              <Epochs>-1</Epochs>
            </MemtiTask>
            <MemtiRegion Include="shared" Address="0x1000000G" />
            <MemtiBudget Include="all" MinimumAccuracy="90 %" />
          </ItemGroup>
        </Project>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti request é ");
    private readonly RecordingEngine _engine = new();

    public void Dispose() => _folder.Delete(recursive: true);

    private string ProjectFile => Path.Combine(_folder.FullName, "camera.csproj");

    private string RequestFile => Path.Combine(_folder.FullName, "obj", "weights.request.json");

    [Fact]
    public void The_request_says_what_items_and_properties_say()
    {
        WriteWeightRequest task = ATask();
        task.MemtiTasks =
            [Item(
                "signs",
                ("Data", "generated:signs?train=64"),
                ("Classes", "12"),
                ("Epochs", "6"),
                ("Batch", "32"),
                ("LearningRate", "0.05"),
                ("Schedule", "cosine"),
                ("RetrainEpochs", "0"),
                ("RetrainLearningRate", "1e-2"),
                ("Seed", "9"),
                ("Weights", "signs.safetensors"))];
        task.Regions = [Item("flash", ("Memory", "shared"), ("Address", "0x10000000"), ("CapacityBytes", "4096"), ("Format", "bin; ihex"))];
        task.Budgets =
            [Item(
                "limits",
                ("Task", "signs"),
                ("MinimumAccuracy", "0.9"),
                ("Confidence", "0.95"),
                ("MaximumEnergyPerFrameMj", "1.5"),
                ("MaximumAreaMm2", "2"),
                ("MinimumLifetimeYears", "10"))];
        (task.Seed, task.Threads, task.Validation, task.Faults, task.Chip, task.Trials) = ("1", "2", "0.1", "fixed", "3", "10");
        (task.Design, task.Set, task.Engine, task.Backbone, task.DataFolder, task.PluginPath) =
            ("memti", ["a.b=1", "c=d"], "torch", "world.safetensors", "images", ["plugins/mine"]);

        task.Execute().ShouldBeTrue();

        Read().ShouldBe($$"""
            {
              "memti_weights": 1,
              "folder": "{{_folder.FullName}}",
              "scenario": "camera.memti.yaml",
              "design": "memti",
              "set": [
                "a.b=1",
                "c=d"
              ],
              "engine": "torch",
              "backbone": "world.safetensors",
              "seed": 1,
              "threads": 2,
              "validation": 0.1,
              "faults": "fixed",
              "chip": 3,
              "trials": 10,
              "data_folder": "images",
              "plugin_path": [
                "plugins/mine"
              ],
              "tasks": [
                {
                  "name": "signs",
                  "data": "generated:signs?train=64",
                  "classes": 12,
                  "epochs": 6,
                  "batch": 32,
                  "learning_rate": 0.05,
                  "schedule": "cosine",
                  "retrain_epochs": 0,
                  "retrain_learning_rate": 0.01,
                  "seed": 9,
                  "weights": "signs.safetensors",
                  "place": {
                    "file": "{{ProjectFile}}",
                    "line": 7,
                    "column": 5
                  }
                }
              ],
              "regions": [
                {
                  "name": "flash",
                  "memory": "shared",
                  "address": "0x10000000",
                  "capacity_bytes": 4096,
                  "formats": [
                    "bin",
                    "ihex"
                  ],
                  "place": {
                    "file": "{{ProjectFile}}",
                    "line": 0,
                    "column": 0
                  }
                }
              ],
              "budgets": [
                {
                  "name": "limits",
                  "task": "signs",
                  "minimum_accuracy": 0.9,
                  "confidence": 0.95,
                  "maximum_energy_per_frame_mj": 1.5,
                  "maximum_area_mm2": 2,
                  "minimum_lifetime_years": 10,
                  "place": {
                    "file": "{{ProjectFile}}",
                    "line": 0,
                    "column": 0
                  }
                }
              ],
              "output": "bin/memti/",
              "work": "obj/memti/work/"
            }

            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void What_the_project_does_not_say_is_left_to_the_worker()
    {
        WriteWeightRequest task = ATask();
        task.MemtiTasks = [Item("signs", ("Data", "generated:signs"))];

        task.Execute().ShouldBeTrue();

        JsonElement request = JsonDocument.Parse(Read()).RootElement;
        string[] absent = ["design", "engine", "backbone", "seed", "threads", "validation", "faults", "chip", "trials", "data_folder"];
        request.EnumerateObject().Select(static member => member.Name).Intersect(absent).ShouldBeEmpty();
        request.GetProperty("tasks")[0].TryGetProperty("epochs", out _).ShouldBeFalse();
    }

    [Fact]
    public void The_same_request_is_not_written_again()
    {
        ATask().Execute();
        File.SetLastWriteTimeUtc(RequestFile, DateTime.UnixEpoch);

        ATask().Execute();

        File.GetLastWriteTimeUtc(RequestFile).ShouldBe(DateTime.UnixEpoch);
    }

    [Fact]
    public void Another_request_replaces_the_file_and_leaves_nothing_beside_it()
    {
        ATask().Execute();
        WriteWeightRequest task = ATask();
        task.Seed = "2";

        task.Execute();

        Read().ShouldContain("\"seed\": 2");
        Directory.GetFiles(Path.GetDirectoryName(RequestFile)!).ShouldBe([RequestFile]);
    }

    [Fact]
    public void Metadata_that_is_no_number_is_an_error_at_its_attribute()
    {
        Refuse(task => task.MemtiTasks = [Item("signs", ("Data", "generated:signs"), ("Epochs", "six"))]);

        ShouldBeAt(7, 32, BuildCodes.BadBuildValue);
        _engine.Errors[0].Message!.ShouldContain("'six'; permitted: a whole number from 1 to");
    }

    [Fact]
    public void Metadata_outside_its_range_is_an_error_at_its_element()
    {
        Refuse(task => task.MemtiTasks = [Item("textures", ("Data", "generated:textures"), ("Epochs", "-1"))]);

        ShouldBeAt(9, 7, BuildCodes.BadBuildValue);
    }

    [Fact]
    public void An_address_that_is_none_is_an_error_at_its_attribute()
    {
        Refuse(task => task.Regions = [Item("shared", ("Address", "0x1000000G"))]);

        ShouldBeAt(11, 35, BuildCodes.BadBuildValue);
    }

    [Theory]
    [InlineData("90 %")]
    [InlineData("1.01")]
    [InlineData("-0.1")]
    [InlineData("NaN")]
    [InlineData("0,9")]
    public void An_accuracy_is_a_share(string accuracy)
    {
        Refuse(task => task.Budgets = [Item("all", ("MinimumAccuracy", accuracy))]);

        ShouldBeAt(12, 32, BuildCodes.BadBuildValue);
        _engine.Errors[0].Message!.ShouldContain("permitted: a number from 0 to 1");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public void A_confidence_of_nothing_or_of_certainty_is_refused(string confidence)
    {
        Refuse(task => task.Budgets = [Item("all", ("Confidence", confidence))]);

        _engine.Errors.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.BadBuildValue);
    }

    public static TheoryData<string, string> Numbers()
    {
        var numbers = new TheoryData<string, string>();
        foreach (string part in new[] { "", "tasks", "regions", "budgets" })
            foreach (string key in Members(part)
                .Where(static member => member.Value!["type"] is JsonValue type && (string)type! is "integer" or "number")
                .Select(static member => member.Key))
                numbers.Add(part, key);
        return numbers;
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_the_worker_would_refuse_is_refused_at_its_place_in_the_project_and_nothing_else(string part, string key)
    {
        JsonNode form = Members(part)[key]!;
        string name = string.Concat(key.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
        foreach (string end in new[] { "minimum", "maximum" })
        {
            Execute(part, name, form[end]!.ToString()).ShouldBeTrue($"{name}: {form[end]}");
            decimal step = (string)form["type"]! == "number" ? 0.001m : 1;
            Execute(
                part,
                name,
                (decimal.Parse(form[end]!.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture) + (end == "minimum" ? -step : step))
                    .ToString(CultureInfo.InvariantCulture)).ShouldBeFalse(name);
        }
    }

    private static JsonObject Members(string part)
    {
        JsonNode schema = JsonNode.Parse(Memti.Training.Weights.Requests.WeightRequestJsonSchema.Write())!;
        return (JsonObject)(part.Length == 0 ? schema : schema["properties"]![part]!["items"]!)["properties"]!;
    }

    private bool Execute(string part, string name, string value)
    {
        WriteWeightRequest task = ATask();
        switch (part)
        {
            case "tasks":
                task.MemtiTasks = [Item("signs", ("Data", "generated:signs"), (name, value))];
                break;
            case "regions":
                task.Regions = [Item("shared", (name, value))];
                break;
            case "budgets":
                task.Budgets = [Item("all", (name, value))];
                break;
            default:
                typeof(WriteWeightRequest).GetProperty(name)!.SetValue(task, value);
                break;
        }

        return task.Execute();
    }

    [Fact]
    public void A_property_that_is_no_number_is_an_error_at_its_element()
    {
        Refuse(static task => task.Trials = "many");

        ShouldBeAt(3, 5, BuildCodes.BadBuildValue);
    }

    [Fact]
    public void A_property_from_the_command_line_is_an_error_of_the_project()
    {
        Refuse(static task => task.Faults = "some");

        ShouldBeAt(0, 0, BuildCodes.BadBuildValue);
        _engine.Errors[0].Message!.ShouldContain("permitted: fresh, fixed");
    }

    [Fact]
    public void A_task_without_data_is_an_error_at_its_item()
    {
        Refuse(task => task.MemtiTasks = [Item("motion")]);

        ShouldBeAt(8, 5, BuildCodes.BadBuildValue);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        Refuse(task =>
        {
            task.MemtiTasks = [Item("signs", ("Data", "generated:signs"), ("Epochs", "six"), ("Batch", "none"))];
            task.Budgets = [Item("all", ("MinimumAccuracy", "90 %"))];
        });

        _engine.Errors.Count.ShouldBe(3);
    }

    [Fact]
    public void Metadata_that_nothing_reads_is_a_warning_with_the_nearest_name()
    {
        WriteWeightRequest task = ATask();
        task.MemtiTasks = [Item("signs", ("Data", "generated:signs"), ("Epoch", "6"))];

        task.Execute().ShouldBeTrue();

        BuildWarningEventArgs warning = _engine.Warnings.ShouldHaveSingleItem();
        (warning.Code, warning.File, warning.LineNumber).ShouldBe((BuildCodes.UnknownMetadata, ProjectFile, 7));
        warning.Message!.ShouldContain("did you mean Epochs?");
    }

    [Fact]
    public void Metadata_is_read_whatever_its_case_as_MSBuild_does()
    {
        WriteWeightRequest task = ATask();
        task.MemtiTasks = [Item("signs", ("data", "generated:signs"), ("epochs", "6"))];

        task.Execute().ShouldBeTrue();

        _engine.Warnings.ShouldBeEmpty();
        Read().ShouldContain("\"epochs\": 6");
    }

    [Fact]
    public void Metadata_that_MSBuild_and_editors_put_on_any_item_is_nothing_to_warn_of()
    {
        WriteWeightRequest task = ATask();
        task.Regions = [Item("shared", ("Visible", "false"), ("OriginalItemSpec", "shared"), ("MSBuildSourceProjectFile", "x"))];

        task.Execute();

        _engine.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Two_items_with_one_name_are_an_error()
    {
        Refuse(task => task.Regions = [Item("shared"), Item("shared")]);

        ShouldBeAt(11, 5, BuildCodes.DuplicateBuildItem);
    }

    [Fact]
    public void A_second_scenario_is_an_error_at_its_item()
    {
        Refuse(task => task.Scenarios = [Item("camera.memti.yaml"), Item("other.memti.yaml")]);

        ShouldBeAt(6, 5, BuildCodes.BuildScenario);
    }

    [Fact]
    public void No_scenario_is_an_error_of_the_project()
    {
        Refuse(static task => task.Scenarios = []);

        ShouldBeAt(0, 0, BuildCodes.BuildScenario);
    }

    [Fact]
    public void A_project_file_that_cannot_be_read_again_leaves_the_place_at_the_file()
    {
        File.WriteAllText(ProjectFile, "<Project");

        Refuse(task => task.MemtiTasks = [Item("signs", ("Data", "generated:signs"), ("Epochs", "six"))]);

        ShouldBeAt(0, 0, BuildCodes.BadBuildValue);
    }

    [Fact]
    public void A_request_that_cannot_be_written_is_a_coded_error()
    {
        Refuse(static task => task.Request = "camera.csproj/weights.request.json");

        _engine.Errors.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.OutputUnwritable);
    }

    private WriteWeightRequest ATask()
    {
        if (!File.Exists(ProjectFile))
            File.WriteAllText(ProjectFile, Project);
        return new WriteWeightRequest
        {
            BuildEngine = _engine,
            TaskEnvironment = TaskEnvironment.CreateWithProjectDirectoryAndEnvironment(_folder.FullName, null),
            Request = "obj/weights.request.json",
            ProjectFile = ProjectFile,
            OutputFolder = "bin/memti/",
            WorkFolder = "obj/memti/work/",
            Scenarios = [new TaskItem("camera.memti.yaml")],
        };
    }

    private void Refuse(Action<WriteWeightRequest> change)
    {
        WriteWeightRequest task = ATask();
        change(task);
        task.Execute().ShouldBeFalse();
        File.Exists(RequestFile).ShouldBeFalse();
    }

    private void ShouldBeAt(int line, int column, string code)
    {
        BuildErrorEventArgs error = _engine.Errors.ShouldHaveSingleItem();
        (error.File, error.LineNumber, error.ColumnNumber, error.Code).ShouldBe((ProjectFile, line, column, code));
    }

    private ProjectItem Item(string name, params (string Name, string Value)[] metadata) => new(ProjectFile, name, metadata);

    private string Read() => File.ReadAllText(RequestFile);
}
