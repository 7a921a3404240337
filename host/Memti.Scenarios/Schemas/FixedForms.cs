using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Schemas;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Keys;
using Memti.Scenarios.References;

namespace Memti.Scenarios.Schemas;

/// <summary>The forms of the keys that no plugin gives.</summary>
internal static class FixedForms
{
    private static readonly string[] StatusWords = [.. StatusWord.All];

    public static JsonObject Tasks(bool partial)
    {
        JsonObject task = JsonForm.Mapping(
            "A task with its number of classes.",
            new JsonObject { ["name"] = JsonForm.Name(), ["classes"] = JsonForm.Whole("Number of classes.", 2, 1_000_000) },
            "name");
        JsonObject items = new() { ["anyOf"] = new JsonArray(JsonForm.Name(), task) };
        return JsonForm.Properties(new JsonObject { [ScenarioKeys.Tasks] = JsonForm.List("The tasks, with unique names.", items, 1, ScenarioLimits.Tasks) }, partial);
    }

    public static JsonObject Holds(bool partial)
    {
        JsonObject word = JsonForm.Word("What the memory holds.", PlacementCheck.Words);
        JsonObject resident = new()
        {
            ["description"] = "How many tasks' parameters the memory holds at a time.",
            ["anyOf"] = new JsonArray(JsonForm.Whole("A number of tasks.", 1, ScenarioLimits.Tasks), new JsonObject { ["const"] = "all" }),
            ["default"] = 1,
        };
        JsonObject properties = new()
        {
            [ScenarioKeys.Holds] = JsonForm.List("What the memory holds. Each content has one memory.", word, 0, PlacementCheck.Words.Count),
            [ScenarioKeys.ResidentTasks] = resident,
            [ScenarioKeys.Pinned] = JsonForm.List(
                "Tasks whose parameters are never replaced in this memory, which holds task_specific.", JsonForm.Name(), 0, ScenarioLimits.Tasks),
            [ScenarioKeys.Scrub] = JsonForm.Mapping(
                "Read, correct and rewrite what a non-volatile memory holds, so that it does not fade.",
                new JsonObject { [MemoriesReader.EveryDays] = Number("Days between two scrubs.", MemoriesReader.ScrubDays.Minimum, MemoriesReader.ScrubDays.Maximum) },
                MemoriesReader.EveryDays),
            [ScenarioKeys.Writes] = JsonForm.Word(
                "How a task's set is written over another one's: every cell, or only those that change.", MemoriesReader.Writes, MemoriesReader.Writes[0]),
        };
        return JsonForm.Properties(properties, partial);
    }

    public static JsonObject Memories(JsonObject memory, bool partial)
    {
        JsonObject form = new()
        {
            ["description"] = "The memories by name.",
            ["type"] = "object",
            ["propertyNames"] = JsonForm.Name(),
            ["additionalProperties"] = partial ? JsonForm.OrNull(memory) : memory,
        };
        if (!partial)
            (form["minProperties"], form["maxProperties"]) = (1, 32);
        return form;
    }

    public static JsonObject Workload(bool partial)
    {
        JsonObject form = JsonForm.Mapping("What the system has to do.", JsonForm.Properties(WorkloadProperties(), partial));
        if (!partial)
            form["allOf"] = new JsonArray(NotBoth("duration_s", "frames"), NotBoth("sequence", "pattern"));
        return form;
    }

    public static JsonObject System(bool partial)
    {
        JsonObject reload = JsonForm.Word("Whether parameters load while inference runs.", ["overlapped", "serial"], "overlapped");
        return JsonForm.Mapping("How the parts work together.", JsonForm.Properties(new JsonObject { ["reload"] = reload }, partial));
    }

    public static JsonObject References()
    {
        JsonObject detailed = JsonForm.Mapping(
            "A figure with what is known of it.",
            new JsonObject
            {
                ["value"] = new JsonObject { ["type"] = "number" },
                ["status"] = JsonForm.Word("How well it is known.", StatusWords, "published"),
                ["note"] = JsonForm.Text("How it was obtained."),
                ["at"] = Point("The operating point that the figure holds at."),
            },
            "value");
        JsonObject metrics = [];
        foreach (string metric in ReferenceFigures.Metrics)
            metrics[metric] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, detailed.DeepClone()) };
        JsonObject designs = new() { ["type"] = "object", ["additionalProperties"] = JsonForm.Mapping("Figures of a design.", metrics) };
        JsonObject properties = new()
        {
            ["source"] = JsonForm.Text("Where the figures were published."),
            ["at"] = Point("The operating point of energies, missed frames and lifetimes."),
            [ScenarioKeys.Designs] = designs,
        };
        return JsonForm.Mapping("Published figures to set results against.", properties);
    }

    private static JsonObject Point(string description) =>
        JsonForm.Mapping(description, new JsonObject { ["fps"] = Number("Frames per second of the workload.", 0.001, 100_000) }, "fps");

    private static JsonObject WorkloadProperties() => new()
    {
        ["fps"] = Number("Frames per second, with at most 9 decimals.", 0.001, 100_000, 30),
        ["duration_s"] = Duration(),
        ["frames"] = JsonForm.Whole("Number of frames, instead of a duration.", 1, 1_000_000_000_000_000),
        ["sequence"] = JsonForm.List("Tasks of every frame, in order. Default: all tasks.", JsonForm.Name(), 1, ScenarioLimits.Tasks),
        ["pattern"] = JsonForm.List("Tasks by frame: frame k runs entry k modulo the count.", TasksOfFrame(), 1, 4096),
        ["order"] = JsonForm.Word("Order of the tasks of each frame.", ["fixed", "shuffled"], "fixed"),
        ["deployments"] = JsonForm.List("New parameter sets that arrive in the field.", Deployment(), 0, DocumentLimits.Values),
    };

    private static JsonObject Duration() => new()
    {
        ["description"] = "Duration (s).",
        ["type"] = "number",
        ["exclusiveMinimum"] = 0,
        ["maximum"] = 3.2e9,
        ["default"] = 3600,
    };

    private static JsonObject TasksOfFrame() =>
        JsonForm.List("Tasks of a frame; none for a frame without work.", JsonForm.Name(), 0, ScenarioLimits.Tasks);

    private static JsonObject Deployment()
    {
        JsonObject form = JsonForm.Mapping(
            "New parameters: of a task, or those that all tasks share.",
            new JsonObject { ["at_s"] = Number("Time of arrival (s).", 0, 3.2e9), ["task"] = JsonForm.Name(), ["shared"] = new JsonObject { ["const"] = true } },
            "at_s");
        form["oneOf"] = new JsonArray(Required("task"), Required("shared"));
        return form;
    }

    private static JsonObject Required(string key) => new() { ["required"] = new JsonArray(key) };

    private static JsonObject Number(string description, double minimum, double maximum, double? fallback = null)
    {
        JsonObject form = new() { ["description"] = description, ["type"] = "number", ["minimum"] = minimum, ["maximum"] = maximum };
        if (fallback is not null)
            form["default"] = fallback;
        return form;
    }

    private static JsonObject NotBoth(string first, string second) =>
        new() { ["not"] = new JsonObject { ["required"] = new JsonArray(first, second) } };
}
