using System.Security.Cryptography;
using System.Text;
using Memti.Documents.Nodes;

namespace Memti.Scenarios.Designs;

/// <summary>What a design is read from.</summary>
/// <param name="Name">Its name, which findings and reports give.</param>
/// <param name="Calibration">SHA-256 of the calibration; empty for none.</param>
/// <param name="Sections">Its sections with every override applied.</param>
internal sealed record DesignWords(string Name, string Calibration, MappingNode Sections)
{
    /// <summary>SHA-256 of all of it.</summary>
    public string Content() => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\n{Calibration}\n{NodeText.Of(Sections)}")));
}
