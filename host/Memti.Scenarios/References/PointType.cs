using System.Text.Json.Nodes;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.References;

/// <summary>An operating point of published figures, read as its frame rate.</summary>
internal sealed class PointType : ParameterType
{
    private static readonly DocumentKey<FrameRate?> Rate =
        new("fps", "Frames per second of the workload", new FrameRateType()) { Required = FrameRateText.Permitted };

    private static readonly SectionType Form = new(new KeySection(Rate));

    public override string Permitted => Form.Permitted;

    public override bool TryRead(Node node, FindingList findings, out object? value)
    {
        value = Form.TryRead(node, findings, out object? section) ? Rate.Read((Section)section!) : null;
        return value is not null;
    }

    public override JsonObject Schema(SchemaScope scope) => Form.Schema(scope);
}
