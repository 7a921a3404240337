using System.Text.Json.Nodes;
using Memti.Documents.Schemas;
using Memti.Training.Faults;
using Memti.WeightImages.Formats;

namespace Memti.Training.Weights.Requests;

/// <summary>Writes the JSON Schema (draft 2020-12) of requests.</summary>
public static class WeightRequestJsonSchema
{
    private const int Most = 1000;

    /// <summary>The schema as text.</summary>
    public static string Write()
    {
        JsonObject root = JsonForm.Mapping(
            "What weight images shall be made of: scenario, backbone, tasks, regions, budgets.",
            Root(),
            RequestKeys.Version,
            RequestKeys.Scenario,
            RequestKeys.Backbone,
            RequestKeys.Tasks,
            RequestKeys.Output,
            RequestKeys.Work);
        return JsonForm.Document("Memti weight request", root);
    }

    private static JsonObject Root() => Form(
        (RequestKeys.Version, new JsonObject { ["description"] = "Version of the format.", ["const"] = 1 }),
        (RequestKeys.Folder, JsonForm.Text("Folder that relative paths are meant from, relative to this file. Default: the file's own.")),
        (RequestKeys.Scenario, JsonForm.Text("Scenario file.")),
        (RequestKeys.Design, JsonForm.Text("Design of the scenario, where it has several.")),
        (RequestKeys.Set, Texts("Overrides of the scenario.", "key=value, such as workload.fps=15")),
        (RequestKeys.Backbone, JsonForm.Text("Weight file with the parameters that tasks share, as memti pretrain writes it.")),
        Form(RequestNumbers.Seed),
        Form(RequestNumbers.Threads),
        Form(RequestNumbers.Validation),
        (RequestKeys.Faults, JsonForm.Word("Which faults are learnt: those of one chip, or new ones before every step, for all chips.", RequestKeys.FaultWords, RequestKeys.FaultWords[(int)FaultMode.Fresh])),
        Form(RequestNumbers.Chip),
        Form(RequestNumbers.Trials),
        (RequestKeys.DataFolder, JsonForm.Text("Folder of data that is named by a relative path.")),
        (RequestKeys.PluginPath, Texts("Further plugins and cells.", "A folder or a file.")),
        (RequestKeys.Tasks, Items("The tasks, each one of the scenario.", 1, Task(), RequestKeys.Name, RequestKeys.Data)),
        (RequestKeys.Regions, Items("Where weights lie.", 0, Region(), RequestKeys.Name, RequestKeys.Memory)),
        (RequestKeys.Budgets, Items("What weights and deployment must keep to.", 0, Budget(), RequestKeys.Name)),
        (RequestKeys.Output, JsonForm.Text("Folder of images and manifest.")),
        (RequestKeys.Work, JsonForm.Text("Folder of trained weights, checkpoints and stamps.")));

    private static JsonObject Task() => Form(
        (RequestKeys.Name, JsonForm.Name()),
        (RequestKeys.Data, JsonForm.Text("The images, as memti train --data takes them.")),
        Form(RequestNumbers.Classes),
        Form(RequestNumbers.Epochs),
        Form(RequestNumbers.Batch),
        Form(RequestNumbers.LearningRate),
        (RequestKeys.Schedule, JsonForm.Word("How the learning rate changes.", RequestKeys.Schedules, RequestKeys.Schedules[(int)Memti.Abstractions.Training.TrainingSchedule.Cosine])),
        Form(RequestNumbers.RetrainEpochs),
        Form(RequestNumbers.RetrainLearningRate),
        Form(RequestNumbers.OwnSeed),
        (RequestKeys.Weights, JsonForm.Text("Weight file with the parameters of the task, in place of training.")),
        (RequestKeys.Place, Place()));

    private static JsonObject Region() => Form(
        (RequestKeys.Name, JsonForm.Name()),
        (RequestKeys.Memory, JsonForm.Text("Memory of the scenario.")),
        (RequestKeys.Address, Address()),
        Form(RequestNumbers.CapacityBytes),
        (RequestKeys.Formats, JsonForm.List("Forms of file. Default: bin.", new JsonObject { ["type"] = "string", ["enum"] = JsonForm.Texts(ImageFormats.All.Select(static format => format.Name)) }, 1, Most)),
        (RequestKeys.Place, Place()));

    private static JsonObject Budget() => Form(
        (RequestKeys.Name, JsonForm.Name()),
        (RequestKeys.Task, JsonForm.Text("The task whose accuracy is meant. Default: each.")),
        Form(RequestNumbers.MinimumAccuracy),
        Form(RequestNumbers.Confidence),
        Form(RequestNumbers.MaximumEnergy),
        Form(RequestNumbers.MaximumArea),
        Form(RequestNumbers.MinimumLifetime),
        (RequestKeys.Place, Place()));

    private static JsonObject Place() => JsonForm.Mapping("Where the item is defined, for findings.", Form(
        (RequestKeys.File, JsonForm.Text("The file.")),
        (RequestKeys.Line, JsonForm.Whole("Line, from 1; 0 when nobody knows.", 0, int.MaxValue, 0)),
        (RequestKeys.Column, JsonForm.Whole("Column, from 1; 0 when nobody knows.", 0, int.MaxValue, 0))));

    private static JsonObject Address() => new()
    {
        ["description"] = "Address of the first byte: a number, or hexadecimal digits after 0x; underscores may part them.",
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = ulong.MaxValue },
            new JsonObject { ["type"] = "string", ["pattern"] = "^(0[xX][0-9A-Fa-f_]*[0-9A-Fa-f]_*|[0-9_]*[0-9]_*)$" }),
        ["default"] = 0,
    };

    private static JsonObject Items(string description, int minimum, JsonObject members, params IReadOnlyList<string> required) =>
        JsonForm.List(description, JsonForm.Mapping("One of them.", members, required), minimum, Most);

    private static JsonObject Texts(string description, string item) => JsonForm.List(description, JsonForm.Text(item), 0, Most);

    private static (string Key, JsonObject Form) Form(WholeKey number) => (number.Name, number.Form);

    private static (string Key, JsonObject Form) Form(NumberKey number) => (number.Name, number.Form);

    private static JsonObject Form(params ReadOnlySpan<(string Key, JsonObject Form)> members)
    {
        JsonObject form = [];
        foreach ((string key, JsonObject member) in members)
            form[key] = member;
        return form;
    }
}
