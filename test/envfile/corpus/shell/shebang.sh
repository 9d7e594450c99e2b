#!/bin/sh
TARGET=old
