using System.Text.Json.Nodes;
using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;

namespace Memti.Scenarios.Kinds;

/// <summary>A task of a network: its name, or a mapping with its number of classes.</summary>
internal sealed class TaskType : ParameterType
{
    private static readonly DocumentKey<string?> Name = new("name", "", new NameType()) { Required = "a name" };
    private static readonly DocumentKey<int?> Classes = new("classes", "Number of classes", 2, 1_000_000);

    private static readonly DocumentKey<Section?> Detailed = new("", "A task with its number of classes", new SectionType(new KeySection(Name, Classes)));

    public override string Permitted => "a task";

    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = null;
        if (node is not MappingNode)
            value = Name.TryRead(node, findings, out object? word) ? new TaskRequest((string)word!) : null;
        else if (Detailed.TryRead(node, findings, out object? section))
            value = Read((Section)section!);
        return value is not null;
    }

    public override JsonObject Schema(SchemaScope scope) => new() { ["anyOf"] = new JsonArray(JsonForm.Name(), Detailed.Schema(scope)) };

    private static TaskRequest? Read(Section section)
    {
        int? classes = Classes.Read(section);
        return Name.Read(section) is { } name ? new TaskRequest(name, classes) : null;
    }
}
