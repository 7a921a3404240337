using Memti.Abstractions.Arrays;
using Memti.Abstractions.Units;
using Memti.Documents.Parameters;

namespace Memti.Plugins.Trials;

/// <summary>The options of a trial: the defaults, and the keys that every memory has under the same name where it has them.</summary>
internal static class TrialOptions
{
    private const string BitsPerCellKey = "bits_per_cell";
    private const string CapacityKey = "capacity_kib";
    private const string TargetKey = "target";

    /// <summary>The parameter for bits per cell; null when the kind has none.</summary>
    public static ParameterDescriptor? BitsPerCell(OptionsSchema schema) => Find(schema, BitsPerCellKey, typeof(int));

    /// <summary>The parameter for a fixed capacity; null when the kind has none.</summary>
    public static ParameterDescriptor? Capacity(OptionsSchema schema) => Find(schema, CapacityKey, typeof(DataSize));

    /// <summary>Fills an instance of the options class. It runs plugin code.</summary>
    public static object Of(Type optionsType, MemoryTrial trial)
    {
        OptionsSchema schema = OptionsSchema.Create(optionsType);
        object options = schema.NewOptions();
        if (trial.BitsPerCell is { } bits)
            BitsPerCell(schema)?.Set(options, bits);
        if (trial.Capacity is { } capacity)
            Capacity(schema)?.Set(options, capacity);
        if (trial.Target is { } target)
            Find(schema, TargetKey, typeof(ArrayTarget))?.Set(options, target);
        return options;
    }

    private static ParameterDescriptor? Find(OptionsSchema schema, string key, Type type) =>
        schema.Find(key) is { } parameter && (Nullable.GetUnderlyingType(parameter.ClrType) ?? parameter.ClrType) == type
            ? parameter
            : null;
}
