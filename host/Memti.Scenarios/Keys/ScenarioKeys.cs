using Memti.Documents.Parameters;

namespace Memti.Scenarios.Keys;

/// <summary>The fixed keys of a scenario file.</summary>
internal static class ScenarioKeys
{
    public const string Version = "memti";
    public const string Name = "name";
    public const string Description = "description";
    public const string Seed = "seed";
    public const string Network = "network";
    public const string Accelerator = "accelerator";
    public const string Memories = "memories";
    public const string Workload = "workload";
    public const string System = "system";
    public const string Power = "power";
    public const string Images = "images";
    public const string Calibration = "calibration";
    public const string References = "references";
    public const string Designs = "designs";
    public const string Variants = "variants";
    public const string Kind = ReservedKeys.Kind;
    public const string Firmware = ReservedKeys.Firmware;
    public const string Tasks = ReservedKeys.Tasks;
    public const string Holds = ReservedKeys.Holds;
    public const string ResidentTasks = ReservedKeys.ResidentTasks;
    public const string Pinned = ReservedKeys.Pinned;
    public const string Scrub = ReservedKeys.Scrub;
    public const string Writes = ReservedKeys.Writes;

    /// <summary>The firmware when the scenario names none.</summary>
    public const string DefaultFirmware = "always-on";

    /// <summary>What a design consists of, and what an override may change.</summary>
    public static readonly IReadOnlyList<string> Sections = [Network, Accelerator, Memories, Workload, System, Power, Images];

    /// <summary>What an override may hold.</summary>
    public static readonly IReadOnlyList<string> OfOverride = [Description, .. Sections];

    /// <summary>What the file may hold.</summary>
    public static readonly IReadOnlyList<string> Root =
        [Version, Name, Description, Seed, .. Sections, Calibration, References, Designs, Variants];

    /// <summary>True for a key of the file that is no section of a design; an unknown one is then found in the file's own check.</summary>
    public static bool OfDocument(string key) => !Sections.Contains(key);
}
