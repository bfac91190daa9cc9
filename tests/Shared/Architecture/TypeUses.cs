using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Cifra.Tests.Architecture;

/// <summary>
/// Which types of an assembly use which others of Cifra, its own or another assembly's: as base, interface, attribute, field or parameter, as a local, a generic argument or a caught
/// exception, or by any instruction of a method's body. A nested type, a lambda's class among them, counts as the type around it.
/// </summary>
/// <remarks>A constant is copied by the compiler and leaves no trace.</remarks>
internal sealed class TypeUses
{
    private static readonly Dictionary<ushort, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value, code => code.OperandType);

    private readonly MetadataReader _metadata;
    private readonly PEReader _file;
    private readonly HashSet<string> _used = [];
    private readonly Decoder _decoder;

    private TypeUses(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
        _decoder = new Decoder(this);
    }

    /// <summary>Every use, by full names; no type uses itself.</summary>
    public static IReadOnlyCollection<(string User, string Used)> Of(string assembly)
    {
        using FileStream stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        return new TypeUses(file).Collect();
    }

    private HashSet<(string User, string Used)> Collect()
    {
        var uses = new HashSet<(string User, string Used)>();
        foreach (TypeDefinitionHandle handle in _metadata.TypeDefinitions)
        {
            _used.Clear();
            Scan(_metadata.GetTypeDefinition(handle));
            string user = NameOf(handle);
            uses.UnionWith(_used.Where(used => used != user).Select(used => (user, used)));
        }

        return uses;
    }

    private void Scan(TypeDefinition type)
    {
        Use(type.BaseType);
        Use(type.GetCustomAttributes());
        Use(type.GetGenericParameters());
        foreach (InterfaceImplementationHandle handle in type.GetInterfaceImplementations())
        {
            Use(_metadata.GetInterfaceImplementation(handle).Interface);
        }

        foreach (FieldDefinitionHandle handle in type.GetFields())
        {
            FieldDefinition field = _metadata.GetFieldDefinition(handle);
            field.DecodeSignature(_decoder, null);
            Use(field.GetCustomAttributes());
        }

        foreach (PropertyDefinitionHandle handle in type.GetProperties())
        {
            Use(_metadata.GetPropertyDefinition(handle).GetCustomAttributes());
        }

        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            MethodDefinition method = _metadata.GetMethodDefinition(handle);
            method.DecodeSignature(_decoder, null);
            Use(method.GetCustomAttributes());
            Use(method.GetGenericParameters());
            if (method.RelativeVirtualAddress != 0)
            {
                Scan(_file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void Scan(MethodBodyBlock body)
    {
        Use(body.LocalSignature);
        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            Use(region.CatchType);
        }

        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            ushort value = code.ReadByte();
            if (value == 0xFE)
            {
                value = (ushort)(0xFE00 | code.ReadByte());
            }

            ScanOperand(Operands[value], ref code);
        }
    }

    private void ScanOperand(OperandType operand, ref BlobReader code)
    {
        switch (operand)
        {
            case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineSig or OperandType.InlineTok or OperandType.InlineType:
                Use((EntityHandle)System.Reflection.Metadata.Ecma335.MetadataTokens.Handle(code.ReadInt32()));
                break;
            case OperandType.InlineSwitch:
                int targets = code.ReadInt32();
                code.Offset += targets * sizeof(int);
                break;
            case OperandType.InlineI8 or OperandType.InlineR:
                code.Offset += 8;
                break;
            case OperandType.InlineBrTarget or OperandType.InlineI or OperandType.InlineString or OperandType.ShortInlineR:
                code.Offset += 4;
                break;
            case OperandType.InlineVar:
                code.Offset += 2;
                break;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                code.Offset += 1;
                break;
            default:
                Assert.Equal(OperandType.InlineNone, operand);
                break;
        }
    }

    private void Use(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _used.Add(NameOf((TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                UseOther((TypeReferenceHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_decoder, null);
                break;
            case HandleKind.MethodDefinition:
                _used.Add(NameOf(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.FieldDefinition:
                _used.Add(NameOf(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.MemberReference:
                Use(_metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification method = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Use(method.Method);
                method.DecodeSignature(_decoder, null);
                break;
            case HandleKind.StandaloneSignature:
                Use(_metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle));
                break;
            default:
                Assert.Fail($"A use of kind {handle.Kind} is not looked at.");
                break;
        }
    }

    // Another assembly's type; only Cifra's own count.
    private void UseOther(TypeReferenceHandle handle)
    {
        TypeReference type = _metadata.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            type = _metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        string space = _metadata.GetString(type.Namespace);
        if (space == "Cifra" || space.StartsWith("Cifra.", StringComparison.Ordinal))
        {
            _used.Add($"{space}.{_metadata.GetString(type.Name)}");
        }
    }

    private void Use(MemberReference member)
    {
        Use(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            member.DecodeFieldSignature(_decoder, null);
        }
        else
        {
            member.DecodeMethodSignature(_decoder, null);
        }
    }

    private void Use(StandaloneSignature signature)
    {
        if (signature.GetKind() == StandaloneSignatureKind.LocalVariables)
        {
            signature.DecodeLocalSignature(_decoder, null);
        }
        else
        {
            signature.DecodeMethodSignature(_decoder, null);
        }
    }

    private void Use(CustomAttributeHandleCollection attributes)
    {
        foreach (CustomAttributeHandle handle in attributes)
        {
            Use(_metadata.GetCustomAttribute(handle).Constructor);
        }
    }

    private void Use(GenericParameterHandleCollection parameters)
    {
        foreach (GenericParameterHandle handle in parameters)
        {
            foreach (GenericParameterConstraintHandle constraint in _metadata.GetGenericParameter(handle).GetConstraints())
            {
                Use(_metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = _metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return $"{_metadata.GetString(type.Namespace)}.{_metadata.GetString(type.Name)}";
    }

    /// <summary>Walks signatures and notes Cifra's types in them.</summary>
    private sealed class Decoder(TypeUses uses) : ISignatureTypeProvider<bool, object?>
    {
        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => uses._used.Add(uses.NameOf(handle));

        public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            uses.UseOther(handle);
            return false;
        }

        public bool GetArrayType(bool elementType, ArrayShape shape) => false;

        public bool GetByReferenceType(bool elementType) => false;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => false;

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => false;

        public bool GetGenericMethodParameter(object? genericContext, int index) => false;

        public bool GetGenericTypeParameter(object? genericContext, int index) => false;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => false;

        public bool GetPinnedType(bool elementType) => false;

        public bool GetPointerType(bool elementType) => false;

        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => false;

        public bool GetSZArrayType(bool elementType) => false;
    }
}
