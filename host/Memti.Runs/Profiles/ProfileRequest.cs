namespace Memti.Runs.Profiles;

/// <summary>A profile of firmware to write as collapsed stacks.</summary>
/// <param name="File">The file.</param>
/// <param name="Measure">What it counts.</param>
public sealed record ProfileRequest(string File, ProfileMeasure Measure = ProfileMeasure.Energy);
