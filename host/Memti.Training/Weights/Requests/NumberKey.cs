using System.Text.Json.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;

namespace Memti.Training.Weights.Requests;

/// <summary>A number of a request, for reader and schema.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Description">What it is, with its unit.</param>
/// <param name="Minimum">The least permitted value.</param>
/// <param name="Maximum">The largest permitted value.</param>
/// <param name="Usual">The value where the request says none; null for none.</param>
internal sealed record NumberKey(string Name, string Description, double Minimum, double Maximum, double? Usual = null)
{
    public JsonObject Form => JsonForm.Number(Description, Minimum, Maximum, Usual);

    public double? Read(Section section) => section.Number(Name, new ValueRange(Minimum, Maximum))?.ToDouble() ?? Usual;
}
