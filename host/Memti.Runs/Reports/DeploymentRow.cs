namespace Memti.Runs.Reports;

/// <summary>The weight images that a run deployed.</summary>
/// <param name="Manifest">Name of the manifest's file.</param>
/// <param name="Sha256">SHA-256 of the manifest in lower case.</param>
/// <param name="Designs">Designs that ran them; the others run the counts of their own networks.</param>
/// <param name="Tasks">The tasks with their accuracy.</param>
public sealed record DeploymentRow(string Manifest, string Sha256, IReadOnlyList<string> Designs, IReadOnlyList<DeployedTaskRow> Tasks);
