#!/usr/bin/env python3
"""Checks docs/event.schema.json, and the documents named on the command line against it.

Usage: tools/check-schema.py [FILE.yaml|FILE.ndjson|FOLDER]…   (needs PyYAML and jsonschema)
"""
import json
import pathlib
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """Reads every scalar as text, as the format does; only null is null."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def documents(path):
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".ndjson":
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    return [document for document in yaml.load_all(text, Loader) if document is not None]


def main():
    schema_file = pathlib.Path(__file__).parent.parent / "docs" / "event.schema.json"
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = []
    for name in map(pathlib.Path, sys.argv[1:]):
        files += sorted(name.rglob("*.y*ml")) if name.is_dir() else [name]
    checked = failed = 0
    for file in files:
        for number, document in enumerate(documents(file), 1):
            checked += 1
            error = jsonschema.exceptions.best_match(validator.iter_errors(document))
            if error:
                failed += 1
                print(f"{file}: document {number}: {error.json_path}: {error.message[:300]}")
    print(f"schema valid, documents={checked} failed={failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
